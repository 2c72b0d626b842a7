/** An environment that cannot be had; the message says what happened and what to do. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** The state is back, but workers that were connected then do not answer: those that nothing starts anew. */
export class WorkersAwayError extends EnvironmentError {
  constructor(
    checkpoint: string,
    readonly workers: readonly string[],
    seconds: number,
  ) {
    super(
      `Everything is as it was at "${checkpoint}", but ${workers.join(', ')}, connected then, did not answer within ${seconds} s; see the log of that worker.`,
    );
  }
}
