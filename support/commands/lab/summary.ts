import type { LabState } from '../../environment/lab';

const titles = { hub: 'hub', kubernetes: 'cluster' };

/** What runs and where, a line each. */
export function summary({ folder, servers }: LabState): string {
  const lines = servers.map(({ name, running, record }) => {
    const where = record ? `${record.url} (process ${record.pid})` : '';
    return `  ${titles[name].padEnd(8)} ${running ? where : 'not running'}`;
  });
  return `${[...lines, `  kept in  ${folder.root}`].join('\n')}\n`;
}
