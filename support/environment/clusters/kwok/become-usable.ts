import { setTimeout as pause } from 'node:timers/promises';
import { EnvironmentError } from '../../failure';
import { askJson } from '../../servers/http';

const usableWithin = 60_000;

/** The node that all pods are faked on. Its annotation tells kwok to look after it. */
const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'microtraderx',
    labels: { type: 'kwok', 'kubernetes.io/hostname': 'microtraderx' },
    annotations: { 'kwok.x-k8s.io/node': 'fake' },
  },
  status: {
    allocatable: { cpu: '32', memory: '256Gi', pods: '1000' },
    capacity: { cpu: '32', memory: '256Gi', pods: '1000' },
  },
};

/** Gives a control plane a node, and waits until pods can be admitted and placed: returns its version. */
export async function becomeUsable(url: string): Promise<string> {
  const endpoint = { url };
  const nodes = '/api/v1/nodes';
  const isThere = (path: string) => askJson(endpoint, 'GET', path).then(Boolean, () => false);
  const until = async (what: string, satisfied: () => Promise<boolean>) => {
    for (const deadline = Date.now() + usableWithin; !(await satisfied()); await pause(50))
      if (Date.now() > deadline)
        throw new EnvironmentError(`${url} had no ${what} after ${usableWithin / 1000} s`);
  };
  await until('default service account', () => isThere('/api/v1/namespaces/default/serviceaccounts/default'));
  if (!(await isThere(`${nodes}/${node.metadata.name}`))) await askJson(endpoint, 'POST', nodes, node);
  await until('ready node', async () => {
    const { status } = (await askJson(endpoint, 'GET', `${nodes}/${node.metadata.name}`)) as NodeNow;
    return status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
  });
  return ((await askJson(endpoint, 'GET', '/version')) as { gitVersion: string }).gitVersion;
}

interface NodeNow {
  status?: { conditions?: Array<{ type: string; status: string }> };
}
