import type { Action, ActionOutcome, ActionResult, ActionStatus, UnitOperation } from '../hub/messages';

/** Tells the hub how one operation goes. */
export interface Report {
  progress(message: string): void;
  /** The last word; resolves when the hub has taken all that was told. */
  end(
    status: ActionStatus,
    result: ActionOutcome,
    message: string,
    texts?: { data?: string; liveState?: string },
  ): Promise<void>;
}

/** A report on `operation`, begun now, whose parts are passed to `send` one after the other. */
export function reportOn(
  action: Action,
  operation: UnitOperation,
  send: (result: ActionResult) => Promise<void>,
  now: () => Date,
): Report {
  const startedAt = now().toISOString();
  let sent = Promise.resolve();
  const tell = (
    status: ActionStatus,
    result: ActionOutcome,
    message: string,
    more: Partial<ActionResult> = {},
  ) => {
    const part: ActionResult = {
      UnitID: operation.UnitID,
      SpaceID: operation.SpaceID,
      QueuedOperationID: operation.QueuedOperationID,
      RevisionNum: operation.RevisionNum,
      Action: action,
      Result: result,
      Status: status,
      Message: message,
      StartedAt: startedAt,
      ...more,
    };
    sent = sent.then(() => send(part));
    return sent;
  };
  return {
    progress: (message) => {
      // A failure to send comes to light at the end, which waits for this one.
      tell('Progressing', 'None', message).catch(() => undefined);
    },
    end: (status, result, message, { data, liveState } = {}) =>
      tell(status, result, message, {
        TerminatedAt: now().toISOString(),
        ...(data !== undefined && { Data: encode(data) }),
        ...(liveState !== undefined && { LiveState: encode(liveState) }),
      }),
  };
}

/** base64 of a text. */
export function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** The text in base64; '' for none. */
export function decode(base64: string | undefined | null): string {
  return Buffer.from(base64 ?? '', 'base64').toString('utf8');
}
