import { Failure } from '../failure';
import { encode } from '../hub/encode';
import type { Unit } from '../hub/entities';
import { buildPatch, checkStdinFlags, hasEntityInput, readEntity } from '../input/entity';
import { refuseRemoval, withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { findUnit } from '../lookup/units';
import { printDone } from '../output/results';
import { readConfig } from './create';
import { unitDetails } from './details';
import { awaitTriggers, waits } from './gates';
import { EXCLUSIVE, refuseAllSpaces } from './selection';
import { changeFields, changeQuery, isChangedByServer } from './update-query';

const RESTORE_FIELDS = ['LiveRevisionNum', 'LastAppliedRevisionNum', 'PreviousLiveRevisionNum'];

/** `cub unit update`: new config data, a restore, an upgrade, a merge, labels or attributes of one unit or (`--patch`) many. */
export async function updateUnits(invocation: Invocation): Promise<void> {
  const { args, flags } = invocation;
  const bulk = flags.on('patch') && args.length === 0;
  check(invocation, bulk);
  if (bulk) await (require('./update-bulk') as typeof import('./update-bulk')).updateSelected(invocation);
  else if (args.length === 0) throw new Failure('accepts between 1 and 2 arg(s), received 0');
  else await updateOne(invocation, args[0] as string, args[1]);
}

function check(invocation: Invocation, bulk: boolean): void {
  const { args, capabilities, flags } = invocation;
  const patching = flags.on('patch');
  const restore = flags.text('restore');
  const named = flags.list('unit').length > 0;
  refuseRemoval(flags.list('label'), patching);
  if (!bulk && (flags.text('where') !== '' || named)) {
    throw new Failure('--where or --unit can only be specified with --patch and no unit positional argument');
  }
  if (named && flags.text('where') !== '') throw new Failure(EXCLUSIVE);
  if (restore !== '' && flags.on('upgrade'))
    throw new Failure('only one of --restore and --upgrade should be specified');
  if (isChangedByServer(invocation) && args.length > 1) {
    throw new Failure('only one of --restore, --upgrade, or config-file should be specified');
  }
  if (patching && flags.on('replace'))
    throw new Failure('only one of --patch and --replace should be specified');
  checkMerge(invocation);
  const changes =
    hasEntityInput(invocation) || isChangedByServer(invocation) || flags.list('label').length > 0;
  if (patching && !bulk && !changes && flags.text('changeset') === '' && flags.text('target') === '') {
    const more = capabilities.has('changeset-lock') ? ' --changeset, --merge-source, --target,' : '';
    throw new Failure(
      `--patch requires one of: --from-stdin, --filename, --restore, --upgrade,${more} or --label`,
    );
  }
  if (flags.text('changeset') === '-' && !patching)
    throw new Failure('use --patch mode to remove a changeset (--changeset -)');
  const byName = restore.includes(':') && capabilities.has('restore-named') && !restore.includes('Revision:');
  if (bulk && restore !== '' && !RESTORE_FIELDS.includes(restore) && !byName) {
    throw new Failure(
      "bulk patch mode doesn't support revision UUID or number restore values, only unit revision fields like LiveRevisionNum",
    );
  }
  if (args[1] === '-' && flags.on('from-stdin')) {
    throw new Failure("can't read both entity attributes and config data from stdin");
  }
  if (!bulk) refuseAllSpaces(invocation);
  checkStdinFlags(invocation);
}

function checkMerge({ flags }: Invocation): void {
  const ends = [flags.text('merge-base'), flags.text('merge-end')];
  if (flags.text('merge-source') === '') {
    if (ends.some((end) => end !== ''))
      throw new Failure('--merge-source must be provided with --merge-base and --merge-end');
  } else if (ends.some((end) => end === '')) {
    throw new Failure('--merge-base and --merge-end must be provided with --merge-source');
  }
}

async function updateOne(invocation: Invocation, name: string, source: string | undefined): Promise<void> {
  const { flags, hub, space } = invocation;
  const current = await findUnit(invocation, name);
  const path = `/space/${space.id}/unit/${current.UnitID}`;
  const query = await changeQuery(invocation, current);
  const fields = await changeFields(invocation);
  const data = source === undefined ? {} : { Data: await readConfig(invocation, source) };
  const answer = flags.on('patch')
    ? await hub.patch(path, await buildPatch(invocation, { ...fields, ...data }), query)
    : await hub.put(
        path,
        encode('Unit', { ...(await edited(invocation, current)), ...fields, ...data }),
        query,
      );
  const unit = answer.body as Unit;
  if (waits(invocation) && !flags.on('dry-run')) await awaitTriggers(invocation, unit);
  await printDone(invocation, {
    verb: 'updated',
    kind: 'unit',
    shape: flags.text('output') === 'mutations' ? '*' : 'Unit',
    slug: name,
    id: unit.UnitID,
    entity: unit,
    details: (entity) => unitDetails(entity, { verbose: true }),
  });
}

/** The unit as it is, with what stdin or a file says of it; ids cannot be changed. */
async function edited(invocation: Invocation, current: Unit): Promise<Partial<Unit>> {
  const { flags } = invocation;
  const base: Partial<Unit> =
    flags.on('replace') && hasEntityInput(invocation) ? { Version: current.Version ?? 0 } : current;
  const given = (await readEntity(invocation)) as Partial<Unit>;
  const labels = withLabels(flags.list('label'), given.Labels ?? base.Labels);
  return {
    ...base,
    ...given,
    ...(labels === undefined ? {} : { Labels: labels }),
    OrganizationID: current.OrganizationID,
    SpaceID: current.SpaceID,
    UnitID: current.UnitID,
  };
}
