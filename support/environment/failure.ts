/** An environment that cannot be had; the message says what happened and what to do. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}
