import assert from 'node:assert/strict';
import type { KubeObject } from '../cluster/kube-object';
import { statusOf } from './index';
import { waitingFor } from './pod';

const done = {
  replicas: 3,
  updatedReplicas: 3,
  availableReplicas: 3,
  readyReplicas: 3,
  observedGeneration: 2,
};
const available = { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' };
const progressed = { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' };
const conditions = [available, progressed];

function object(
  apiVersion: string,
  kind: string,
  spec: object,
  status?: object,
  metadata: object = {},
): KubeObject {
  return {
    apiVersion,
    kind,
    metadata: { name: 'x', ...metadata },
    spec: { ...spec },
    ...(status && { status: { ...status } }),
  };
}
const deployment = (status?: object, spec: object = { replicas: 3, progressDeadlineSeconds: 600 }) =>
  object('apps/v1', 'Deployment', spec, status, { generation: 2 });
const replicaSet = (status: object) => object('apps/v1', 'ReplicaSet', { replicas: 2 }, status);
const statefulSet = (status: object) => object('apps/v1', 'StatefulSet', { replicas: 2 }, status);
const pod = (status?: object) => object('v1', 'Pod', {}, status);
const job = (status: object) => object('batch/v1', 'Job', { completions: 2 }, status);
const crd = (...list: object[]) =>
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {}, { conditions: list });

const table: Array<[string, KubeObject, string]> = [
  ['a Deployment just created', deployment(), 'InProgress Replicas: 0/3'],
  [
    'one not yet seen by its controller',
    deployment({ ...done, observedGeneration: 1 }),
    'InProgress Deployment generation is 2, but latest observed generation is 1',
  ],
  ['one with old replicas only', deployment({ ...done, updatedReplicas: 1 }), 'InProgress Updated: 1/3'],
  ['one with a replica too many', deployment({ ...done, replicas: 4 }), 'InProgress Pending termination: 1'],
  [
    'one with unavailable replicas',
    deployment({ ...done, availableReplicas: 2 }),
    'InProgress Available: 2/3',
  ],
  [
    'one with replicas that are not ready',
    deployment({ ...done, readyReplicas: 1 }),
    'InProgress Ready: 1/3',
  ],
  [
    'one whose new ReplicaSet is not available',
    deployment({ ...done, conditions: [available] }),
    'InProgress ReplicaSet not Available',
  ],
  [
    'one that is not available',
    deployment({ ...done, conditions: [progressed] }),
    'InProgress Deployment not Available',
  ],
  [
    'one without a deadline',
    deployment({ ...done, conditions: [available] }, { replicas: 3 }),
    'Current Deployment is available. Replicas: 3',
  ],
  ['one rolled out', deployment({ ...done, conditions }), 'Current Deployment is available. Replicas: 3'],
  [
    'one scaled to nothing',
    deployment({ observedGeneration: 2, conditions }, { replicas: 0 }),
    'Current Deployment is available. Replicas: 0',
  ],
  [
    'one past its deadline',
    deployment({
      ...done,
      conditions: [
        available,
        {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
          message: 'ReplicaSet "x-1" has timed out progressing.',
        },
      ],
    }),
    'Failed Progress deadline exceeded: ReplicaSet "x-1" has timed out progressing.',
  ],
  ['a ReplicaSet without labelled pods', replicaSet({ replicas: 2 }), 'InProgress Labelled: 0/2'],
  [
    'one with unavailable pods',
    replicaSet({ replicas: 2, fullyLabeledReplicas: 2, availableReplicas: 1 }),
    'InProgress Available: 1/2',
  ],
  [
    'one with a pod too many',
    replicaSet({ replicas: 3, fullyLabeledReplicas: 3, availableReplicas: 3, readyReplicas: 3 }),
    'InProgress Pending termination: 1',
  ],
  [
    'one that cannot make pods',
    replicaSet({ conditions: [{ type: 'ReplicaFailure', status: 'True', message: 'quota' }] }),
    'InProgress Replica Failure condition. Check Pods: quota',
  ],
  [
    'one complete',
    replicaSet({ replicas: 2, fullyLabeledReplicas: 2, availableReplicas: 2, readyReplicas: 2 }),
    'Current ReplicaSet is available. Replicas: 2',
  ],
  [
    'a StatefulSet of two revisions',
    statefulSet({
      replicas: 2,
      readyReplicas: 2,
      currentReplicas: 2,
      currentRevision: 'a',
      updateRevision: 'b',
    }),
    'InProgress Waiting for updated revision to match current',
  ],
  [
    'one complete',
    statefulSet({ replicas: 2, readyReplicas: 2, currentReplicas: 2 }),
    'Current All replicas scheduled as expected. Replicas: 2',
  ],
  ['a Pod just created', pod(), 'InProgress Pod phase not available'],
  ['one that waits', pod({ phase: 'Pending' }), 'InProgress Pod is in the Pending phase'],
  ['one that runs', pod({ phase: 'Running' }), 'InProgress Pod is running but is not Ready'],
  [
    'one that is ready',
    pod({ phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }),
    'Current Pod is Ready',
  ],
  [
    'one that crashes',
    pod({
      phase: 'Running',
      containerStatuses: [{ name: 'app', state: { waiting: { reason: 'CrashLoopBackOff' } } }],
    }),
    'Failed Containers in CrashLoop state: app',
  ],
  ['one that ended', pod({ phase: 'Succeeded' }), 'Current Pod has completed successfully'],
  ['one that ended badly', pod({ phase: 'Failed' }), 'Current Pod has completed, but not successfully'],
  ['a Job not started', job({}), 'InProgress Job not started'],
  ['one under way', job({ startTime: 'now', active: 1 }), 'Current Job in progress. success:0, active: 1'],
  [
    'one that failed',
    job({ failed: 3, conditions: [{ type: 'Failed', status: 'True' }] }),
    'Failed Job Failed. failed: 3/2',
  ],
  [
    'one complete',
    job({ succeeded: 2, conditions: [{ type: 'Complete', status: 'True' }] }),
    'Current Job Completed. succeeded: 2/2',
  ],
  ['a Service', object('v1', 'Service', { type: 'ClusterIP' }), 'Current Service is ready'],
  [
    'a load balancer without address',
    object('v1', 'Service', { type: 'LoadBalancer' }),
    'InProgress ClusterIP not set. Service type: LoadBalancer',
  ],
  ['a Namespace', object('v1', 'Namespace', {}, { phase: 'Active' }), 'Current Resource is current'],
  [
    'one that terminates',
    object('v1', 'Namespace', {}, {}, { deletionTimestamp: '2025-01-01T00:00:00Z' }),
    'Terminating Resource scheduled for deletion',
  ],
  [
    'a claim without volume',
    object('v1', 'PersistentVolumeClaim', {}, { phase: 'Pending' }),
    'InProgress PVC is not Bound. phase: Pending',
  ],
  [
    'a definition being installed',
    crd({ type: 'Established', status: 'False', reason: 'Installing' }),
    'InProgress Install in progress',
  ],
  [
    'one with a taken name',
    crd({ type: 'NamesAccepted', status: 'False', message: 'taken' }),
    'Failed taken',
  ],
  ['one established', crd({ type: 'Established', status: 'True' }), 'Current CRD is established'],
  ['a ConfigMap', object('v1', 'ConfigMap', {}), 'Current Resource is current'],
  [
    'a custom resource that is not ready',
    object('x.io/v1', 'Thing', {}, { conditions: [{ type: 'Ready', status: 'False', message: 'soon' }] }),
    'InProgress soon',
  ],
  [
    'one that is',
    object('x.io/v1', 'Thing', {}, { conditions: [{ type: 'Ready', status: 'True' }] }),
    'Current Resource is Ready',
  ],
  [
    'one that stalls',
    object('x.io/v1', 'Thing', {}, { conditions: [{ type: 'Stalled', status: 'True', message: 'no way' }] }),
    'Failed no way',
  ],
  [
    'one being reconciled',
    object(
      'x.io/v1',
      'Thing',
      {},
      { conditions: [{ type: 'Reconciling', status: 'True', message: 'busy' }] },
    ),
    'InProgress busy',
  ],
];

describe('kstatus', () => {
  for (const [what, given, expected] of table)
    it(`${what}: ${expected}`, () => {
      const { status, message } = statusOf(given);
      assert.equal(`${status} ${message}`, expected);
    });

  it('tells what a pod waits for in the words of the cluster', () => {
    const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling image "missing:1"' };
    const waits = pod({
      phase: 'Pending',
      containerStatuses: [
        { name: 'app', state: { waiting } },
        { name: 'b', state: {} },
      ],
    });
    assert.deepEqual(waitingFor(waits), ['ImagePullBackOff: Back-off pulling image "missing:1"']);
  });
});
