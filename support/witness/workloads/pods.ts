const IMAGE = 'ghcr.io/finos/traderx/trade-service:latest';

interface Case {
  name: string;
  /** What its JSON shows when it is in trouble. */
  shows: string;
  spec: object;
}

/** A pod of one container, from a local image unless told otherwise. */
function pod(name: string, shows: string, container: object, spec: object = {}): Case {
  const containers = [{ name, image: IMAGE, imagePullPolicy: 'IfNotPresent', ...container }];
  return { name, shows, spec: { containers, ...spec } };
}

/** Pods that cannot become ready, each for another reason. */
export const troubledPods: Case[] = [
  pod('no-secret', 'CreateContainerConfigError', { envFrom: [{ secretRef: { name: 'absent' } }] }),
  pod('no-key', 'CreateContainerConfigError', {
    env: [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'kube-root-ca.crt', key: 'absent' } } }],
  }),
  pod('never', 'ErrImageNeverPull', {
    image: 'ghcr.io/finos/traderx/trade-service:absent',
    imagePullPolicy: 'Never',
  }),
  pod(
    'no-volume',
    'ContainerCreating',
    { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
    { volumes: [{ name: 'v', configMap: { name: 'absent' } }] },
  ),
  pod('no-node', 'Unschedulable', {}, { nodeSelector: { disk: 'ssd' } }),
  pod('unready', 'ContainersNotReady', {
    readinessProbe: { httpGet: { path: '/absent', port: 18092 }, periodSeconds: 2 },
  }),
  pod('dead', 'CrashLoopBackOff', { livenessProbe: { tcpSocket: { port: 99 }, periodSeconds: 2 } }),
];

/** The same as manifests of a namespace. */
export function manifests(namespace: string): object[] {
  return troubledPods.map(({ name, spec }) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec,
  }));
}
