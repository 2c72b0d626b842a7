/** A verb of the tutorial could not do its work. */
export class TutorialError extends Error {
  override readonly name = 'TutorialError';

  /**
   * @param happened one sentence
   * @param details one line for each thing concerned
   * @param advice what a user can do
   */
  constructor(
    happened: string,
    readonly details: readonly string[] = [],
    readonly advice?: string,
  ) {
    super(
      [
        happened,
        ...details.map((detail) => `  ${detail}`),
        ...(advice ? [`  what to do: ${advice}`] : []),
      ].join('\n'),
    );
  }
}
