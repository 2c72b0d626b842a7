import { buildBundles } from '../environment/build';
import { runTests } from './test/run';

const { env, stdout, stderr } = process;

runTests(process.argv.slice(2), { cwd: process.cwd(), env, stdout, stderr }, () => buildBundles()).then(
  ({ ok, forceExit }) => {
    process.exitCode = ok ? 0 : 1;
    if (forceExit) process.exit();
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
