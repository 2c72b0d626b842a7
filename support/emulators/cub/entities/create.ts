import { Failure } from '../failure';
import { buildPatch, checkStdinFlags, readEntity } from '../input/entity';
import { withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { whereIdentifiers, withinSpace } from '../lookup/ids';
import { makeSlug } from '../lookup/slug';
import { reportBulk } from '../output/bulk';
import { printDone } from '../output/results';
import { refuseAllSpaces } from '../units/selection';
import { type Base, idOf, type Kind } from './kind';

interface Creation {
  /** How many positional arguments one entity needs, and what the message says of them. */
  needs: { count: number; usage: string };
  /** Whether `--where` is a field of a single one rather than a selection. */
  whereIsField?: boolean;
  fields: () => Promise<Record<string, unknown>>;
}

/** Creates one entity of a kind, or (without a name) copies the selected ones to other spaces or names. */
export async function createEntity<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
  { needs, whereIsField = false, fields }: Creation,
): Promise<void> {
  const { args, flags } = invocation;
  const flag = `--${kind.noun}`;
  const where = whereIsField ? '' : flags.text('where');
  const bulkFlags =
    where !== '' ||
    flags.text('where-space') !== '' ||
    [kind.noun, 'dest-space', 'name-prefix'].some((name) => flags.list(name).length > 0);
  if (args.length === 0 && bulkFlags) {
    await createMany(invocation, kind);
    return;
  }
  if (args.length < needs.count) throw new Failure(`single ${kind.noun} creation requires: ${needs.usage}`);
  if (bulkFlags) {
    const selection = whereIsField ? flag : `--where, ${flag}`;
    throw new Failure(
      `bulk create flags (${selection}, --dest-space, --where-space, --name-prefix) can only be used without positional arguments`,
    );
  }
  refuseAllSpaces(invocation);
  checkStdinFlags(invocation);
  await createOne(invocation, kind, args[0] as string, fields);
}

async function createOne<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
  name: string,
  fields: () => Promise<Record<string, unknown>>,
): Promise<void> {
  const { flags, hub, space } = invocation;
  const given = await readEntity(invocation);
  const labels = withLabels(flags.list('label'), given.Labels as Record<string, string> | undefined);
  const { body } = await hub.post(`/space/${space.id}${kind.path}`, {
    DisplayName: name,
    ...given,
    ...(labels === undefined ? {} : { Labels: labels }),
    ...(await fields()),
    SpaceID: space.id,
    Slug: makeSlug(name),
  });
  const entity = body as Entity;
  await printDone(invocation, {
    verb: 'created',
    kind: kind.noun,
    shape: kind.shape,
    slug: name,
    id: idOf(kind, entity),
    entity,
    details: kind.details,
  });
}

async function createMany<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
): Promise<void> {
  const { flags, hub, space } = invocation;
  const named = flags.list(kind.noun);
  const destinations = flags.list('dest-space');
  if (flags.text('where') === '' && named.length === 0) {
    throw new Failure(`bulk create mode requires --where or --${kind.noun} flags`);
  }
  if (named.length > 0 && flags.text('where') !== '')
    throw new Failure(`--${kind.noun} and --where flags are mutually exclusive`);
  if (destinations.length > 0 && flags.text('where-space') !== '') {
    throw new Failure('--dest-space and --where-space flags are mutually exclusive');
  }
  if (
    destinations.length === 0 &&
    flags.text('where-space') === '' &&
    flags.list('name-prefix').length === 0
  ) {
    throw new Failure(
      'bulk create mode requires at least one of --dest-space, --where-space, or --name-prefix',
    );
  }
  checkStdinFlags(invocation);
  const selected = named.length > 0 ? whereIdentifiers(named, kind.idField) : flags.text('where');
  const context = withinSpace(selected, space.id);
  const answer = await hub.bulkCreate(kind.path, await buildPatch(invocation), {
    where: context,
    include: 'SpaceID',
    name_prefixes: flags.list('name-prefix').join(','),
    where_space:
      destinations.length > 0 ? whereIdentifiers(destinations, 'SpaceID') : flags.text('where-space'),
  });
  reportBulk(invocation, answer, { operation: 'create', noun: kind.noun, context });
}
