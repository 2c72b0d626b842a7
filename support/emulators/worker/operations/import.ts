import { messageOf } from '../cluster/errors';
import type { KubeObject } from '../cluster/kube-object';
import { stripped } from '../cluster/live-state';
import { objectsToYaml } from '../cluster/manifests';
import { withNamespaces } from './namespaces';
import { type OperationContext, timestamp } from './operation';
import { decode } from './report';

interface ResourceInfo {
  /** such as `apps/v1/Deployment` */
  ResourceType: string;
  /** `namespace/name` or `name` */
  ResourceName: string;
}

/** Reads the objects that the request names from the cluster, as configuration and live state of a unit. */
export async function importUnit({ operation, cluster, report, now }: OperationContext): Promise<void> {
  try {
    const wanted = JSON.parse(decode(operation.Data) || '[]') as ResourceInfo[];
    if (!wanted.length)
      throw new Error('this worker imports only resources that are named; it searches for none');
    report.progress('Retrieving live state of resources...');
    const objects = await withNamespaces(cluster, wanted.map(toObject));
    const found = await Promise.all(objects.map((object) => cluster.get(object)));
    const text = objectsToYaml(found.map(stripped));
    const message = `Imported ${found.length} resources successfully at ${timestamp(now())}`;
    await report.end('Completed', 'ImportCompleted', message, { data: text, liveState: text });
  } catch (error) {
    await report.end('Failed', 'ImportFailed', `Failed to retrieve live objects: ${messageOf(error)}`);
  }
}

function toObject({ ResourceType, ResourceName }: ResourceInfo): KubeObject {
  const type = ResourceType.split('/');
  const [name = '', namespace] = ResourceName.split('/').reverse();
  const apiVersion = type.slice(0, -1).join('/');
  return { apiVersion, kind: type.at(-1) ?? '', metadata: { name, ...(namespace && { namespace }) } };
}
