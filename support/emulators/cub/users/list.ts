import type { User } from '../hub/entities';
import type { Invocation } from '../invocation';
import { listing, printList } from '../output/results';

const HEADER = ['User-ID', 'External-ID', 'Name', 'Username'];

/** `cub user list`: the users of the organization; who approved, for one, is told by id. */
export async function listUsers(invocation: Invocation): Promise<void> {
  const { flags, hub } = invocation;
  const { body } = await hub.get('/user', { where: flags.text('where'), contains: flags.text('contains') });
  const cells = (user: User): string[] => [
    user.UserID,
    user.ExternalID ?? '',
    user.DisplayName ?? '',
    user.Username ?? '',
  ];
  await printList(invocation, {
    shape: 'User',
    rows: body as User[],
    slug: ({ Slug }) => Slug,
    display: (users) => listing(invocation, HEADER, users.map(cells)),
  });
}
