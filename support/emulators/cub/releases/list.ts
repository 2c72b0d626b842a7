import type { ExtendedRelease } from '../hub/entities';
import type { Invocation } from '../invocation';
import { listing, printList } from '../output/results';
import { timeText } from '../output/time';

/** `cub release list`: the releases of a space, newest first. */
export async function listReleases(invocation: Invocation): Promise<void> {
  const { hub, space } = invocation;
  const { body } = await hub.get(`/space/${space.id}/release`);
  await printList(invocation, {
    shape: 'ExtendedRelease',
    rows: body as ExtendedRelease[],
    slug: ({ Release: release }) => String(release.ReleaseNum),
    display: (releases) => listing(invocation, ['Num', 'Time', 'Units', 'Digest'], releases.map(cells)),
  });
}

function cells({ Release: release }: ExtendedRelease): string[] {
  const { ReleaseNum, CreatedAt, Units, Digest } = release;
  return [String(ReleaseNum), timeText(CreatedAt), Units.map(({ Slug }) => Slug).join(', '), Digest];
}
