import { buildBundles } from '../environment/build';
import { runTests } from './test/run';

const { env, stdout, stderr } = process;
const PATIENCE_MS = 10_000;

runTests(process.argv.slice(2), { cwd: process.cwd(), env, stdout, stderr }, () => buildBundles()).then(
  ({ ok, forceExit }) => {
    process.exitCode = ok ? 0 : 1;
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
