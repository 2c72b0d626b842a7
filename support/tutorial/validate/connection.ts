import { workersAway } from '../diagnosis/workers-away';
import type { Tutorial } from '../tutorial';
import type { Finding } from './finding';

/** How a finding about a worker ends. */
export const CONNECTION = ', connection';

/** Whether the workers of these spaces are connected: what runs goes on without them, what is applied waits for them. */
export async function checkConnections(tutorial: Tutorial, spaces: readonly string[]): Promise<Finding[]> {
  const away = await workersAway(tutorial, spaces);
  return [...away].map(([space, { slug, condition }]) => ({
    what: `${space}/${slug}${CONNECTION}`,
    expected: 'Ready',
    found: condition,
  }));
}
