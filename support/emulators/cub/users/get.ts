import { Failure } from '../failure';
import type { User } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId } from '../lookup/ids';
import { details } from '../output/pairs';
import { printOne } from '../output/results';

/** `cub user get`: one user, by name or id. */
export async function getUser(invocation: Invocation): Promise<void> {
  const name = invocation.args[0] as string;
  const entity = await find(invocation, name);
  await printOne(invocation, { shape: 'User', entity, slug: entity.Slug, details: userDetails });
}

async function find({ hub }: Invocation, name: string): Promise<User> {
  if (isId(name)) return (await hub.get(`/user/${name}`)).body as User;
  const { body } = await hub.get('/user', { where: `Username = '${name}'` });
  const found = (body as User[]).find(({ Username }) => Username === name);
  if (found === undefined) throw new Failure(`user ${name} not found`);
  return found;
}

function userDetails(user: User): string {
  return details([
    ['User ID', user.UserID],
    ['External ID', user.ExternalID ?? ''],
    ['Display Name', user.DisplayName ?? ''],
    ['Username', user.Username ?? ''],
  ]);
}
