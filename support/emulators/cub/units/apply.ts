import { Failure } from '../failure';
import type { QueuedOperation } from '../hub/entities';
import type { Invocation } from '../invocation';
import { findUnit } from '../lookup/units';
import { printForms } from '../output/results';
import { awaitAction, timeLimit } from './await-action';
import { waits } from './gates';
import { resolveRevision } from './revision';

/** `cub unit apply`: one unit by name, or all that `--unit` or `--where` selects. */
export async function applyUnits(invocation: Invocation): Promise<void> {
  const { args, flags } = invocation;
  const selecting = flags.text('where') !== '' || flags.list('unit').length > 0;
  timeLimit(invocation);
  if (args.length === 0) {
    await (require('./apply-bulk') as typeof import('./apply-bulk')).applySelected(invocation);
    return;
  }
  if (selecting)
    throw new Failure('invalid arguments: use either a single unit slug, --unit flag, or --where flag');
  await applyOne(invocation, args[0] as string);
}

/** The revision to apply, as the server wants it; `Before:` makes no sense here. */
export async function revisionQuery(invocation: Invocation): Promise<string | undefined> {
  const text = invocation.flags.text('revision');
  if (text === '') return undefined;
  if (text.startsWith('Before:'))
    throw new Failure("'Before:' modifier is not supported for apply operations");
  return resolveRevision(invocation, text);
}

async function applyOne(invocation: Invocation, name: string): Promise<void> {
  const { flags, hub, space } = invocation;
  const unit = await findUnit(invocation, name);
  const { body } = await hub.post(`/space/${unit.SpaceID ?? space.id}/unit/${unit.UnitID}/apply`, undefined, {
    revision: await revisionQuery(invocation),
    dry_run: flags.on('dry-run') ? 'true' : undefined,
  });
  const operation = body as QueuedOperation;
  if (flags.on('dry-run'))
    invocation.print.say(`Dry run completed (no changes made) on unit ${name} (${unit.UnitID})`);
  else if (waits(invocation)) await awaitAction(invocation, operation);
  await printForms(invocation, 'QueuedOperation', operation);
}
