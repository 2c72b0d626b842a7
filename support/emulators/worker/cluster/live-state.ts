import type { KubeObject } from './kube-object';

const assigned = [
  'managedFields',
  'creationTimestamp',
  'resourceVersion',
  'generation',
  'uid',
  'finalizers',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'ownerReferences',
  'selfLink',
];

/** An object without its status and without what the cluster itself assigns: what ConfigHub keeps as live state. */
export function stripped(object: KubeObject): KubeObject {
  const { status: _status, ...rest } = object;
  const metadata = Object.fromEntries(
    Object.entries(object.metadata).filter(([field]) => !assigned.includes(field)),
  );
  return { ...rest, metadata: { ...metadata, name: object.metadata.name } } as KubeObject;
}
