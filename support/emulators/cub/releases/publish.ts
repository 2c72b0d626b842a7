import { Failure } from '../failure';
import type { Release } from '../hub/entities';
import type { Invocation } from '../invocation';
import { findSpace } from '../lookup/spaces';
import { hasOtherOutput, printForms } from '../output/results';
import { resolveRevision } from '../units/revision';

/** `cub release publish`: a bundle of what a space holds, or of what a change set or tag marks in it. */
export async function publishRelease(invocation: Invocation): Promise<void> {
  const { args, flags, hub, print } = invocation;
  const { SpaceID: id, Slug: slug } = await findSpace(invocation, args[0] as string);
  const revision = await revisionQuery({ ...invocation, space: { id, slug } });
  const { body } = await hub.post(`/space/${id}/release`, undefined, { revision });
  const release = body as Release;
  if (!flags.on('quiet') && !hasOtherOutput(invocation))
    print.say(`Successfully published release ${release.ReleaseNum} of space ${slug} (${release.ReleaseID})`);
  await printForms(invocation, 'Release', release);
}

async function revisionQuery(invocation: Invocation): Promise<string | undefined> {
  const text = invocation.flags.text('revision');
  if (text === '') return undefined;
  if (!/^(ChangeSet|Tag):/.test(text))
    throw new Failure(
      `invalid revision '${text}' of a release: use Tag:[space/]slug or ChangeSet:[space/]slug`,
    );
  return resolveRevision(invocation, text);
}
