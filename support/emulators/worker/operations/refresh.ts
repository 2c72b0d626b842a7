import { mergeConfig } from '../../hub/merge';
import { messageOf } from '../cluster/errors';
import { stripped } from '../cluster/live-state';
import { objectsToYaml, parseObjects } from '../cluster/manifests';
import { withNamespaces } from './namespaces';
import { type OperationContext, timestamp } from './operation';
import { decode } from './report';

/**
 * Compares the cluster with the live state that the hub remembers. Where they differ the operation ends as
 * RefreshAndDrifted, with the unit's configuration changed in the same way; else as RefreshAndNoDrift.
 */
export async function refresh(context: OperationContext): Promise<void> {
  const { operation, report, now } = context;
  try {
    const { live, count } = await liveState(context);
    const remembered = decode(operation.LiveState);
    if (live === remembered)
      return await report.end('Completed', 'RefreshAndNoDrift', 'Live state matches - no drift detected');
    const data = carriedOver(remembered, live, decode(operation.Data));
    const message = `Retrieved ${count} resources successfully at ${timestamp(now())}`;
    await report.end('Completed', 'RefreshAndDrifted', message, { data, liveState: live });
  } catch (error) {
    await report.end('Failed', 'RefreshFailed', `Failed to retrieve live objects: ${messageOf(error)}`);
  }
}

async function liveState({
  operation,
  cluster,
  report,
}: OperationContext): Promise<{ live: string; count: number }> {
  report.progress('Starting to retrieve resources...');
  const objects = await withNamespaces(cluster, parseObjects(decode(operation.Data)));
  const found = await Promise.all(objects.map((object) => cluster.get(object)));
  report.progress('Retrieving resources...');
  return { live: objectsToYaml(found.map(stripped)), count: found.length };
}

/** Configuration with the changes made that lead from one live state to another. */
function carriedOver(remembered: string, live: string, data: string): string {
  return mergeConfig({ base: remembered, theirs: live, local: data, localSources: [], index: 0, mode: 'B' })
    .data;
}
