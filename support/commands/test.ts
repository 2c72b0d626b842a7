import { buildBundles } from '../environment/build';
import { runTests } from './test/run';

const { env, stdout, stderr } = process;
const PATIENCE_MS = 10_000;
const INTERRUPTED = 130;
const interruption = new AbortController();
// Not `once`: packages that see no other listener left end the process at once. A second signal does so, as anywhere.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    interruption.abort();
  });
const surroundings = { cwd: process.cwd(), env, stdout, stderr, interrupted: interruption.signal };

runTests(process.argv.slice(2), surroundings, () => buildBundles()).then(
  ({ ok, forceExit }) => {
    process.exitCode = ok ? 0 : 1;
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    if (forceExit) process.exit();
    setTimeout(endByForce, PATIENCE_MS).unref();
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);

/** Only runs when something that a scenario left open still holds the process. */
function endByForce(): void {
  stderr.write(`The run is over, but something of it was still open after ${PATIENCE_MS / 1000} s.\n`);
  process.exit();
}
