import { type Controller, keyOf } from '../loop/controller';
import type { Pod } from '../objects/pod';
import { decideSchedule, type Node } from './decide';

/** Gives pods their node: looks at each when it appears, and at all that wait when a node changes. */
export const scheduler: Controller = {
  name: 'scheduler',
  all: (reader) => reader.list<Pod>('pods').filter(isUnscheduled).map(keyOf),

  concerns({ resource, type, object }, reader) {
    if (resource === 'nodes') return reader.list<Pod>('pods').filter(isUnscheduled).map(keyOf);
    return resource === 'pods' && type !== 'DELETED' && isUnscheduled(object as Pod) ? [keyOf(object)] : [];
  },

  decide({ namespace, name }, reader, { now }) {
    const pod = reader.get<Pod>('pods', name, namespace);
    return { changes: pod ? decideSchedule(pod, reader.list<Node>('nodes'), now) : [] };
  },
};

function isUnscheduled(pod: Pod): boolean {
  return !pod.spec.nodeName;
}
