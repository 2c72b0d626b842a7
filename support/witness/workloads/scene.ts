import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { type Kubectl, until } from './cluster';
import { manifests, troubledPods } from './pods';

const PATIENCE = 90_000;
const MISSING = 'ghcr.io/finos/traderx/trade-service:does-not-exist';

/** What was seen on a cluster, by what was asked. */
export type Seen = Record<string, string>;

/** Puts a Deployment through its life and troubled pods beside it, in a namespace of its own that is deleted at the end. */
export async function playScene(kubectl: Kubectl, namespace: string): Promise<Seen> {
  const k = (...args: string[]) => kubectl(['-n', namespace, ...args]);
  const seen: Seen = {};
  const note = async (what: string, ...args: string[]) => {
    seen[what] = (await k(...args)).text;
  };
  await kubectl(['create', 'namespace', namespace]);
  await until(
    'service account',
    PATIENCE,
    () => k('get', 'sa', 'default'),
    ({ failed }) => !failed,
  );
  try {
    await apply(kubectl, tradeService(namespace));
    await rolledOut(k);
    await note('deployment up', 'get', 'deployment,replicaset', '-o', 'json');
    await ask(kubectl, namespace, k, seen);
    await k('set', 'image', 'deployment/trade-service', `trade-service=${MISSING}`);
    await until(
      'back-off',
      PATIENCE,
      () => k('get', 'pods'),
      ({ text }) => text.includes('ImagePullBackOff'),
    );
    await note('deployment stuck', 'get', 'deployment,replicaset', '-o', 'json');
    await k('rollout', 'undo', 'deployment/trade-service');
    await rolledOut(k);
    await note('deployment undone', 'get', 'deployment,replicaset', '-o', 'json');
    await apply(kubectl, manifests(namespace));
    for (const { name, shows } of troubledPods) {
      const look = () => k('get', 'pod', name, '-o', 'json');
      const pleases = ({ text }: { text: string }) => text.includes(shows);
      seen[`pod ${name}`] = (await until(`${shows} of ${name}`, PATIENCE, look, pleases)).text;
      await note(`log of ${name}`, 'logs', name);
    }
    await note('events', 'get', 'events', '-o', 'json');
  } finally {
    await kubectl(['delete', 'namespace', namespace, '--wait=false']);
  }
  return seen;
}

async function ask(
  kubectl: Kubectl,
  namespace: string,
  k: (...args: string[]) => ReturnType<Kubectl>,
  seen: Seen,
) {
  const pod = (await k('get', 'pods', '-o', 'jsonpath={.items[0].metadata.name}')).text;
  const root = `/api/v1/namespaces/${namespace}`;
  const paths = {
    config: 'services/trade-service:http/proxy/config',
    health: 'services/http:trade-service:18092/proxy/actuator/health',
    'no port': 'services/trade-service/proxy/config',
    'wrong port': 'services/trade-service:5/proxy/config',
    'wrong name': 'services/a:b:c:d/proxy/config',
    'closed port': `pods/${pod}:81/proxy/config`,
    'wrong container': `pods/${pod}/log?container=absent`,
    'no previous': `pods/${pod}/log?previous=true`,
  };
  for (const [what, path] of Object.entries(paths)) {
    seen[`proxy: ${what}`] = (await kubectl(['get', '--raw', `${root}/${path}`])).text;
  }
}

async function apply(kubectl: Kubectl, items: object[]): Promise<void> {
  const { failed, text } = await kubectl(
    ['apply', '-f', '-'],
    items.map((item) => stringify(item)).join('---\n'),
  );
  if (failed) throw new Error(`Nothing to look at, the manifests were refused: ${text}`);
}

async function rolledOut(k: (...args: string[]) => ReturnType<Kubectl>): Promise<void> {
  const { failed, text } = await k(
    'rollout',
    'status',
    'deployment/trade-service',
    `--timeout=${PATIENCE / 1_000}s`,
  );
  if (failed) throw new Error(`trade-service was not rolled out: ${text}`);
}

/** The project's own manifest, in a namespace, with images that are on the node already. */
function tradeService(namespace: string): object[] {
  const file = join(__dirname, '..', '..', '..', 'k8s', 'trade-service.yaml');
  const text = readFileSync(file, 'utf8').replaceAll('confighubplaceholder', namespace);
  return parseAllDocuments(text.replace(/( +)(image: .*)/, '$1$2\n$1imagePullPolicy: IfNotPresent')).map(
    (each) => each.toJS(),
  );
}
