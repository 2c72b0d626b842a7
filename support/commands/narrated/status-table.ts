import { type ServiceStatus, statusEverywhere } from '../../tutorial/bulk/status';
import type { Tutorial } from '../../tutorial/tutorial';
import { table } from './table';

const HEAD = ['REGION', 'SERVICE', 'READY', 'VERSION', 'REVISION', 'NOTE'];

/** How both services stand in all regions, as a table. */
export async function statusTable(tutorial: Tutorial): Promise<string> {
  return table([HEAD, ...(await statusEverywhere(tutorial)).map(row)]);
}

function row(status: ServiceStatus): string[] {
  const { space, service, ready, replicas, image, revision, unapplied, behind } = status;
  const notes = [unapplied ? 'waits to be applied' : '', behind ? 'behind the base' : ''];
  const version = image.split(':').at(-1) ?? '';
  return [
    space,
    service,
    `${ready}/${replicas}`,
    version,
    String(revision),
    notes.filter(Boolean).join(', '),
  ];
}
