import { Failure } from '../failure';
import { encode } from '../hub/encode';
import { buildPatch, checkStdinFlags, hasEntityInput, readEntity } from '../input/entity';
import { withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { whereIdentifiers, withinSpace } from '../lookup/ids';
import { reportBulk } from '../output/bulk';
import { printDone } from '../output/results';
import { refuseAllSpaces } from '../units/selection';
import { findEntity } from './find';
import { type Base, idOf, type Kind } from './kind';

interface Update {
  /** What one entity needs, where it is more than its name. */
  needs?: { count: number; usage: string };
  fields: () => Promise<Record<string, unknown>>;
}

/** Updates one entity of a kind, or with `--patch` all that `--where` or the naming flag selects. */
export async function updateEntity<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
  { needs, fields }: Update,
): Promise<void> {
  const { args, flags } = invocation;
  const patching = flags.on('patch');
  const bulk = patching && args.length === 0;
  const named = flags.list(kind.noun);
  const where = flags.text('where');
  if (!bulk && (where !== '' || named.length > 0)) {
    throw new Failure(
      `--where or --${kind.noun} can only be specified with --patch and no positional arguments`,
    );
  }
  if (!bulk && needs !== undefined && args.length < needs.count) {
    throw new Failure(`single ${kind.noun} update requires: ${needs.usage}`);
  }
  if (!bulk && needs === undefined && args.length !== 1) {
    throw new Failure(`single ${kind.noun} update requires exactly one argument: <slug or id>`);
  }
  if (named.length > 0 && where !== '')
    throw new Failure(`--${kind.noun} and --where flags are mutually exclusive`);
  if (patching && flags.on('replace'))
    throw new Failure('only one of --patch and --replace should be specified');
  if (bulk && where === '' && named.length === 0) {
    throw new Failure(`bulk patch mode requires --where or --${kind.noun} flags`);
  }
  if (!bulk) refuseAllSpaces(invocation);
  checkStdinFlags(invocation);
  if (bulk)
    await updateMany(
      invocation,
      kind,
      named.length > 0 ? whereIdentifiers(named, kind.idField) : where,
      fields,
    );
  else await updateOne(invocation, kind, args[0] as string, fields);
}

async function updateOne<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
  name: string,
  fields: () => Promise<Record<string, unknown>>,
): Promise<void> {
  const { flags, hub } = invocation;
  const current = await findEntity(invocation, kind, name);
  const path = `/space/${current.SpaceID}${kind.path}/${idOf(kind, current)}`;
  let answer: { body: unknown };
  if (flags.on('patch')) answer = await hub.patch(path, await buildPatch(invocation, await fields()));
  else {
    const base: Partial<Base> =
      flags.on('replace') && hasEntityInput(invocation) ? { Version: current.Version ?? 0 } : current;
    const given = (await readEntity(invocation)) as Partial<Base>;
    const labels = withLabels(flags.list('label'), given.Labels ?? base.Labels);
    const next = {
      ...base,
      ...given,
      ...(labels === undefined ? {} : { Labels: labels }),
      ...(await fields()),
      OrganizationID: current.OrganizationID,
      SpaceID: current.SpaceID,
      [kind.idField]: idOf(kind, current),
    };
    answer = await hub.put(path, encode(kind.shape, next));
  }
  const entity = answer.body as Entity;
  await printDone(invocation, {
    verb: 'updated',
    kind: kind.noun,
    shape: kind.shape,
    slug: name,
    id: idOf(kind, entity),
    entity,
    details: kind.details,
  });
}

async function updateMany<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
  where: string,
  fields: () => Promise<Record<string, unknown>>,
): Promise<void> {
  const context = withinSpace(where, invocation.space.id);
  const patch = await buildPatch(invocation, await fields());
  const answer = await invocation.hub.patch(kind.path, patch, { where: context, include: 'SpaceID' });
  reportBulk(invocation, answer, { operation: 'update', noun: kind.noun, context });
}
