import assert from 'node:assert/strict';
import type { Pod } from '../objects/pod';
import { deletionOrder } from './deletion-order';

interface Described {
  node?: boolean;
  phase?: 'Pending' | 'Running';
  readySince?: string;
  cost?: string;
  restarts?: number;
  created?: string;
}

function pod(
  name: string,
  { node = true, phase = 'Running', readySince, cost, restarts = 0, created = '1' }: Described,
): Pod {
  const conditions = readySince ? [{ type: 'Ready', status: 'True', lastTransitionTime: readySince }] : [];
  const annotations = cost ? { 'controller.kubernetes.io/pod-deletion-cost': cost } : {};
  return {
    metadata: { name, creationTimestamp: created, annotations },
    spec: { nodeName: node ? 'embedded' : undefined },
    status: { phase, conditions, containerStatuses: [{ restartCount: restarts }] },
  } as unknown as Pod;
}

describe('pods that a shrinking ReplicaSet gives up', () => {
  const rows: [what: string, first: Described, then: Described][] = [
    ['those without a node first', { node: false }, { phase: 'Pending' }],
    ['then those that do not run', { phase: 'Pending' }, {}],
    ['then those that are not ready', {}, { readySince: '1' }],
    ['then the cheaper to delete', { readySince: '1', cost: '-5' }, { readySince: '2' }],
    ['then those ready for the shortest time', { readySince: '2' }, { readySince: '1' }],
    ['then the more often restarted', { readySince: '1', restarts: 3 }, { readySince: '1' }],
    ['then the newer', { readySince: '1', created: '2' }, { readySince: '1', created: '1' }],
  ];
  for (const [what, first, then] of rows) {
    it(what, () => {
      const names = deletionOrder([pod('then', then), pod('first', first)]).map(
        ({ metadata }) => metadata.name,
      );
      assert.deepEqual(names, ['first', 'then']);
    });
  }
});
