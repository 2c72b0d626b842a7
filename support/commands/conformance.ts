import { onCluster } from '../witness/conformance/clusters';
import { conformanceOf } from '../witness/conformance/run';
import { conformanceTable, differences, totals } from '../witness/conformance/table';

const known = /^(embedded|kwok|kind(:.+)?)$/;

/**
 * `npm run conformance -- embedded kwok kind`: whether the clusters behave as the features rely on; prints a table. With
 * `--name WORDS` only the behaviours whose words hold these. Exit code 1 when one is not as said.
 */
async function main(argv: string[]): Promise<number> {
  const at = argv.indexOf('--name');
  const named = at < 0 ? undefined : argv.splice(at, 2)[1];
  const names = argv.length > 0 ? argv : ['embedded'];
  const unknown = names.find((name) => !known.test(name));
  if (unknown !== undefined)
    throw new Error(
      `${unknown} is no cluster that can be started; write embedded, kwok, kind or kind:<name>.`,
    );
  const checked = [];
  for (const name of names)
    checked.push(await onCluster(name, process.env, (kubeconfig) => conformanceOf(kubeconfig, named)));
  const found = differences(checked);
  const versions = checked.map(({ name, version }) => `${name} ${version}`).join(', ');
  process.stdout.write(
    [conformanceTable(checked), ...found, `${versions}\nas said: ${totals(checked)}\n`].join('\n'),
  );
  if (checked.some(({ verdicts }) => verdicts.size === 0))
    throw new Error(`No behaviour is called "${named}".`);
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
