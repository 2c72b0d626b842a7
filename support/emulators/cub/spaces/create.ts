import { Failure } from '../failure';
import type { Space } from '../hub/entities';
import { checkStdinFlags, readEntity } from '../input/entity';
import { withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { makeSlug } from '../lookup/slug';
import { listSpaces } from '../lookup/spaces';
import { printDone } from '../output/results';
import { spaceDetails } from './details';

/** `cub space create`: one space, or copies of existing ones under new prefixes. */
export async function createSpace(invocation: Invocation): Promise<void> {
  const { args, flags } = invocation;
  const bulkFlags =
    flags.text('where') !== '' || flags.list('space').length > 0 || flags.list('name-prefix').length > 0;
  if (args.length === 0 && bulkFlags) {
    await (require('./create-bulk') as typeof import('./create-bulk')).createSpaces(invocation);
    return;
  }
  if (args.length === 0) throw new Failure('space name is required for single space creation');
  if (bulkFlags) {
    throw new Failure(
      'bulk create flags (--where, --space, --name-prefix) can only be used without positional arguments',
    );
  }
  checkStdinFlags(invocation);
  await createOne(invocation, args[0] as string);
}

async function createOne(invocation: Invocation, name: string): Promise<void> {
  const { flags, hub, print } = invocation;
  const given = await readEntity(invocation);
  const slug = makeSlug(name);
  const labels = withLabels(flags.list('label'), given.Labels as Record<string, string> | undefined);
  if (flags.on('allow-exists')) {
    const existing = (await listSpaces(invocation, `Slug = '${slug}'`)).find(({ Slug }) => Slug === slug);
    if (existing !== undefined) {
      if (!flags.on('quiet')) print.say(`Space ${name} (${existing.SpaceID}) exists already`);
      return;
    }
  }
  const { body } = await hub.post('/space', { ...given, ...(labels ? { Labels: labels } : {}), Slug: slug });
  const space = body as Space;
  await printDone(invocation, {
    verb: 'created',
    kind: 'space',
    shape: 'Space',
    slug: name,
    id: space.SpaceID,
    entity: space,
    details: spaceDetails,
  });
}
