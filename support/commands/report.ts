import { parseArgs } from 'node:util';
import { MergeError } from '../report/merge';
import { mergeReports } from './report/merge';
import { waitForParts } from './report/wait';

const usage = `Usage: npm run report -- merge [--wait SECONDS] DIR…

The folders are those that the shards of one run wrote their reports to.`;

/** `npm run report -- merge DIR…`: one report of several parts of a run; ends as the whole run would. */
async function main(argv: string[]): Promise<boolean> {
  const {
    values: { wait },
    positionals: [command, ...folders],
  } = parsed(argv);
  if (command !== 'merge')
    throw new MergeError(`"${command ?? ''}" is nothing that a report can do.\n${usage}`);
  if (folders.length === 0) throw new MergeError(`There is nothing to merge.\n${usage}`);
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
