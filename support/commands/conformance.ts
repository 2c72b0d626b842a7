import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../environment/build';
import { onCluster } from '../witness/conformance/clusters';
import { conformanceOf } from '../witness/conformance/run';
import { conformancePage, differences, totals } from '../witness/conformance/table';

const known = /^(embedded|kwok|kind(:.+)?)$/;
const page = join(projectRoot, 'docs', 'CONFORMANCE.md');

/**
 * `npm run conformance -- embedded kwok kind`: whether the clusters behave as the features rely on; prints a table. With
 * `--name WORDS` only the behaviours whose words hold these, with `--write` into docs/CONFORMANCE.md. Exit code 1 when one
 * is not as said.
 */
async function main(args: string[]): Promise<number> {
  const options = { name: { type: 'string' }, write: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const names = positionals.length > 0 ? positionals : ['embedded'];
  const unknown = names.find((name) => !known.test(name));
  if (unknown !== undefined)
    throw new Error(
      `${unknown} is no cluster that can be started; write embedded, kwok, kind or kind:<name>.`,
    );
  const checked = [];
  for (const name of names)
    checked.push(await onCluster(name, process.env, (kubeconfig) => conformanceOf(kubeconfig, values.name)));
  if (checked.every(({ verdicts }) => verdicts.size === 0))
    throw new Error(`No behaviour is told in the words "${values.name}".`);
  const found = differences(checked);
  const text = conformancePage(checked, new Date());
  if (values.write) writeFileSync(page, text);
  process.stdout.write(`${[text, ...found, `As said: ${totals(checked)}`].join('\n')}\n`);
  return found.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
