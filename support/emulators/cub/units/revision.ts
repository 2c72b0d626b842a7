import { findEntity } from '../entities/find';
import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { findChangeSet } from '../lookup/change-sets';
import { isId } from '../lookup/ids';
import { TAG } from '../tags/kind';

const NAMES = ['LiveRevisionNum', 'LastAppliedRevisionNum', 'PreviousLiveRevisionNum', 'HeadRevisionNum'];

/**
 * A revision as the server wants it: a number, the name of a unit's field, `Revision:<id>`, `Tag:<id>` or
 * `ChangeSet:<id>`, each perhaps after `Before:`. Slugs (`space/slug` too) of tags and changesets are looked up.
 */
export async function resolveRevision(invocation: Invocation, text: string): Promise<string> {
  const before = text.startsWith('Before:') ? 'Before:' : '';
  const rest = text.slice(before.length);
  if (/^[+-]?\d+$/.test(rest) || NAMES.includes(rest)) return before + rest;
  if (isId(rest)) return `${before}Revision:${rest}`;
  const at = rest.indexOf(':');
  const [kind, name] = [rest.slice(0, at), rest.slice(at + 1)];
  if (kind === 'Revision') return before + rest;
  if (kind === 'ChangeSet')
    return `${before}ChangeSet:${(await findChangeSet(invocation, name)).ChangeSetID}`;
  if (kind === 'Tag') return `${before}Tag:${await tagId(invocation, name)}`;
  throw new Failure(
    `invalid revision '${text}': use a number, ${NAMES.join(', ')}, Revision:<id>, Tag:[space/]slug or ChangeSet:[space/]slug`,
  );
}

async function tagId(invocation: Invocation, name: string): Promise<string> {
  return isId(name) ? name : (await findEntity(invocation, TAG, name)).TagID;
}
