import type { Tutorial } from '../tutorial';
import { type AtomicChange, unitsOf } from './atomic-change';
import { wayOf } from './way';

/** Opens the change set on both services of all regions. */
export async function openChange(tutorial: Tutorial, change: AtomicChange): Promise<void> {
  tutorial.narrate(`The change set ${change.name} is opened on both services in all regions.`);
  await wayOf(tutorial).open(tutorial, change);
}

/** Makes one of its edits, in all regions at once. */
export async function edit(tutorial: Tutorial, change: AtomicChange, index: number): Promise<void> {
  const wanted = change.edits[index];
  if (!wanted) throw new RangeError(`the change ${change.name} has no edit ${index}`);
  const changeSet = wayOf(tutorial).nameFor(tutorial, change);
  await tutorial.cub.functions.call({
    on: unitsOf(tutorial.names, [wanted.service]),
    call: wanted.call,
    why: change.why,
    protect: tutorial.can.protection,
    ...(changeSet ? { changeSet } : {}),
  });
}

/** Makes all its edits, one after the other. */
export async function editAll(tutorial: Tutorial, change: AtomicChange): Promise<void> {
  for (const index of change.edits.keys()) await edit(tutorial, change, index);
}
