import { parseArgs } from 'node:util';
import { MergeError } from '../report/merge';
import { compareReports } from './report/compare';
import { mergeReports } from './report/merge';
import { waitForParts } from './report/wait';

const usage = `Usage: npm run report -- merge [--wait SECONDS] DIR…   one report of the shards of a run
       npm run report -- compare DIR DIR              what two runs report differently, but for times and ids

The folders are those that the runs wrote their reports to.`;

/** `npm run report -- merge DIR…` ends as the whole run would; `compare` ends well when the runs report the same. */
async function main(argv: string[]): Promise<boolean> {
  const {
    values: { wait },
    positionals: [command, ...folders],
  } = parsed(argv);
  if (command === 'compare' && folders.length === 2) return compareReports(folders, process.stdout);
  if (command !== 'merge' || folders.length === 0) throw new MergeError(usage);
  if (wait !== undefined) {
    if (!/^\d+$/.test(wait)) throw new MergeError(`--wait is "${wait}"; give whole seconds.`);
    await waitForParts(folders, Number(wait), (line) => process.stdout.write(`${line}\n`));
  }
  return mergeReports(folders, { cwd: process.cwd(), env: process.env, stdout: process.stdout });
}

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options: { wait: { type: 'string' } } });
  } catch (error) {
    throw new MergeError(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

main(process.argv.slice(2)).then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: unknown) => {
    if (!(error instanceof MergeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
