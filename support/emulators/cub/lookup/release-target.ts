import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { isId } from './ids';
import { splitPath } from './paths';
import { findTarget } from './targets';

/**
 * The field that `--release-target` asks for: the id of a target, given by id or `[space/]slug`; `-` takes it away.
 *
 * @param spaceId where a slug without a space is looked for; nowhere in bulk mode
 */
export async function releaseTargetField(
  invocation: Invocation,
  spaceId?: string,
): Promise<{ ReleaseTargetID: string | null }> {
  const name = invocation.flags.text('release-target');
  if (name === '-') {
    if (!invocation.flags.on('patch'))
      throw new Failure('use --patch mode to remove a release target (--release-target -)');
    return { ReleaseTargetID: null };
  }
  if (isId(name)) return { ReleaseTargetID: name };
  if (spaceId === undefined && !name.includes('/'))
    throw new Failure(`bulk patch mode needs --release-target as space/slug or id, not ${name}`);
  const at = await splitPath(invocation, name, spaceId);
  return { ReleaseTargetID: (await findTarget(invocation, at.slug, at.spaceId)).Target.TargetID };
}
