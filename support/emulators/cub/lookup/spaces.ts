import { Failure } from '../failure';
import type { ExtendedSpace, Space } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId } from './ids';

/** The spaces that an expression selects. */
export async function listSpaces(invocation: Invocation, where: string): Promise<Space[]> {
  const { body } = await invocation.hub.get('/space', { where });
  return (body as ExtendedSpace[]).flatMap(({ Space: space }) => (space ? [space] : []));
}

/** The space with this slug or id; throws `space X not found`. */
export async function findSpace(invocation: Invocation, name: string): Promise<Space> {
  if (isId(name)) {
    const { body } = await invocation.hub.get(`/space/${name}`);
    return (body as ExtendedSpace).Space;
  }
  const spaces = await listSpaces(invocation, `Slug = '${name}'`);
  const found = spaces.find(({ Slug }) => Slug === name);
  if (found === undefined) throw new Failure(`space ${name} not found`);
  return found;
}
