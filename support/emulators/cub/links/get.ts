import type { Invocation } from '../invocation';
import { findLink } from '../lookup/links';
import { selectGiven } from '../lookup/select';
import { printOne } from '../output/results';
import { linkDetails } from './details';

/** `cub link get`: one link. */
export async function getLink(invocation: Invocation): Promise<void> {
  const link = await findLink(invocation, invocation.args[0] as string, selectGiven(invocation.flags));
  await printOne(invocation, { shape: 'Link', entity: link, slug: link.Slug, details: linkDetails });
}
