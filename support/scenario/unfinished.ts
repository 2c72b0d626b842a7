import { refuseFailures } from '../tutorial/bulk-outcome';
import type { ServiceUnit } from '../tutorial/edit';
import { PLACEHOLDER } from '../tutorial/services';
import { connectWorker } from '../tutorial/set-up/connect-worker';
import type { Tutorial } from '../tutorial/tutorial';

/** Clones a base service under another name, with the cluster as its target; its namespace is left open. */
export async function cloneOnceMore(
  tutorial: Tutorial,
  service: string,
  to: { space: string; slug: string },
): Promise<void> {
  const { cub, names } = tutorial;
  const [target] = await Promise.all([
    connectWorker(tutorial, names.infra),
    cub.units.clone({ space: names.base, unit: service }, to),
  ]);
  const rows = await cub.units.setTarget({ space: to.space, units: [to.slug] }, target.id);
  refuseFailures(rows, 'setting the target');
}

/** Puts the placeholder in the place of a service's namespace. */
export async function leaveNamespaceOpen(tutorial: Tutorial, { space, service }: ServiceUnit): Promise<void> {
  await tutorial.cub.functions.call({
    on: { space, units: [service] },
    call: ['set-namespace', PLACEHOLDER],
    why: 'Leave the namespace open',
  });
}
