import { projectRoot } from '../environment/build';
import { checkDocuments } from './check-docs/run';

const { env, stdout, stderr } = process;
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

checkDocuments(projectRoot, process.argv.slice(2), {
  env,
  out: (text) => stdout.write(text),
  signal: interruption.signal,
}).then(
  (well) => {
    process.exitCode = well && !interruption.signal.aborted ? 0 : 1;
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
