import { cleanUp } from './cleanup/clean-up';

const { env, stdout, stderr } = process;

cleanUp(env, (sentence) => stdout.write(`${sentence}\n`)).catch((error: unknown) => {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
