import { timestamp } from '../clock/clock';
import { NODE_NAME } from '../pods/node';
import { draftOf } from '../registry/objects';
import type { Registry } from '../registry/registry';
import { firstObjects, NAMESPACES, nodeStatus } from './objects';

const MANAGER = { manager: 'kube-apiserver' };

/** Fills an empty store with what every cluster has; false when it is not empty. */
export function bootstrap(registry: Registry, now: () => Date, port: number): boolean {
  if (registry.get('namespaces', 'default')) return false;
  for (const name of NAMESPACES) {
    registry.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }, MANAGER);
  }
  for (const object of firstObjects(port)) registry.create(object, MANAGER);
  const node = registry.get('nodes', NODE_NAME);
  if (!node) throw new Error(`the node ${NODE_NAME} is not there right after it was made`);
  registry.updateStatus({ ...draftOf(node), status: nodeStatus(timestamp(now())) }, { manager: 'kubelet' });
  return true;
}
