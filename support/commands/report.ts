import { MergeError } from '../report/merge';
import { mergeReports } from './report/merge';

const usage = 'Usage: npm run report -- merge DIR…   (the report folders of the shards of one run)';

/** `npm run report -- merge DIR…`: one report of several parts of a run; ends as the whole run would. */
async function main([command, ...folders]: string[]): Promise<boolean> {
  if (command !== 'merge')
    throw new MergeError(`"${command ?? ''}" is nothing that a report can do.\n${usage}`);
  if (folders.length === 0) throw new MergeError(`There is nothing to merge.\n${usage}`);
  return mergeReports(folders, { cwd: process.cwd(), env: process.env, stdout: process.stdout });
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
