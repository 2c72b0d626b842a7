/** What a command may know of the terminal and the process that it runs in. */
export interface Console {
  env: NodeJS.ProcessEnv;
  out(text: string): void;
  err(text: string): void;
}
