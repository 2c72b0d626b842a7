import type { Pod } from '../../controllers/objects/pod';
import type { StoreEvent } from '../../store/cluster-store';
import type { KubeObject } from '../../store/kube-object';

interface Event extends KubeObject {
  involvedObject: { kind: string; name: string; namespace?: string };
  reason: string;
  message: string;
}

/** A change as a line of the cluster's own log, when it is an event: something happened to an object. */
export function eventLine({ resource, type, object }: StoreEvent): string | undefined {
  if (resource !== 'events' || type === 'DELETED') return undefined;
  const { involvedObject, reason, message } = object as Event;
  const { kind, namespace, name } = involvedObject;
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}: ${reason}: ${message}`;
}

/** What a program in a pod wrote, as a line of the cluster's own log. */
export function outputLine({ metadata: { namespace, name } }: Pod, line: string): string {
  return `output of ${namespace}/${name}: ${line}`;
}
