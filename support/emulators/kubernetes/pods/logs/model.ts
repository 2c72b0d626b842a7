/** Which log is asked for. Numbers are those of the query (`tailLines=5`), already parsed. */
export interface LogRequest {
  namespace: string;
  pod: string;
  container?: string;
  tailLines?: number;
  sinceSeconds?: number;
  limitBytes?: number;
  timestamps?: boolean;
  previous?: boolean;
  follow?: boolean;
}

/** A log that was opened: what it holds so far and, when followed, how to hear of more. */
export interface LogStream {
  /** Lines so far, each ended by a newline; empty when there are none. */
  text: string;
  /**
   * Only with `follow`: calls `more` with each further text and `ended` once, when the container has ended; may call
   * `ended` at once. Returns what ends the subscription (call it when the client goes away).
   */
  follow?: (more: (text: string) => void, ended: () => void) => () => void;
}
