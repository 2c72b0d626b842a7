/** Config data that cannot be taken: the sentence names the place (1-based line of the whole text) and what to do. */
export class ConfigDataError extends Error {
  override readonly name = 'ConfigDataError';
  readonly line: number | undefined;

  constructor(sentence: string, line?: number) {
    super(line === undefined ? sentence : `${sentence} (line ${line})`);
    this.line = line;
  }
}
