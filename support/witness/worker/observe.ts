import type { V1Deployment } from '@kubernetes/client-node';
import { kinds } from '../../cluster/kinds';
import type { Bench, RunningWorker } from './bench';
import { manifests } from './manifests';
import { until } from './until';

/** One thing that was looked at, and what was seen, without what differs from run to run. */
export interface Observation {
  what: string;
  seen: string;
  /** why this project's worker is meant to differ here */
  intended?: string;
}

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', name: 'settings', namespace: 'witness' };

const pruned =
  'the worker of the summer of 2025 removes nothing; later ones, like this one, remove what a unit no longer holds';

/** Has a worker carry units to a cluster, from its registration to the end of all it made, and notes what is seen. */
export async function observe(bench: Bench): Promise<Observation[]> {
  const seen: Observation[] = [];
  const note = async (what: string, look: Promise<unknown>, intended?: string) => {
    seen.push({ what, seen: neutral(JSON.stringify(await look)), intended });
  };
  await run(bench, ['space', 'create', 'witness']);
  await run(bench, ['worker', 'create', 'worker', '--space', 'witness']);
  const worker = bench.startWorker({ KUBECONFIG: bench.kubeconfig, ...(await credentials(bench)) });
  try {
    const target = await connected(bench, worker);
    await note('name of the target', Promise.resolve(target));
    await create(bench, 'app', manifests.whole, target);
    await note('apply of namespace, settings, service and deployment', action(bench, 'apply', 'app'));
    await note('events of the apply', events(bench, 'app'));
    await note('the deployment', deployment(bench));
    await note('live state', liveState(bench, 'app'));
    await note('refresh without drift', action(bench, 'refresh', 'app'));
    await bench.cluster.scale('witness', 'trade-service', 4);
    await note('refresh after kubectl scale', action(bench, 'refresh', 'app'));
    await note('replicas in the unit then', replicas(bench, 'app'));
    await create(bench, 'lost', manifests.intoNoNamespace, target);
    await note('apply into a namespace that does not exist', failure(bench, 'lost'));
    await run(bench, ['unit', 'update', 'app', '-', '--space', 'witness'], manifests.withoutSettings);
    await note('apply without the settings', action(bench, 'apply', 'app'));
    await note('whether the settings are still in the cluster', settingsThere(bench), pruned);
    await note('destroy', action(bench, 'destroy', 'app'));
    await note('what is left', left(bench));
  } finally {
    await worker.stop();
  }
  return seen;
}

async function run({ cub }: Bench, args: string[], input?: string): Promise<string> {
  const { exitCode, stdout, stderr } = await cub(args, input);
  if (exitCode !== 0) throw new Error(`cub ${args.join(' ')} ended with ${exitCode}: ${stderr || stdout}`);
  return stdout;
}

async function credentials(bench: Bench): Promise<Record<string, string>> {
  const text = await run(bench, ['worker', 'get-envs', 'worker', '--space', 'witness']);
  const pairs = [...text.matchAll(/(CONFIGHUB_WORKER_(?:ID|SECRET))=["']?([^"'\s]+)/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

async function connected(bench: Bench, worker: RunningWorker): Promise<string> {
  const list = ['target', 'list', '--space', 'witness', '--jq', '.[].Target.Slug'];
  const target = await until(
    'the worker to offer a target',
    async () => (await run(bench, list)).trim() || undefined,
    () => worker.said(),
  );
  return target.split('\n').sort().join(' ');
}

async function create(bench: Bench, unit: string, data: string, target: string): Promise<void> {
  await run(bench, ['unit', 'create', unit, '-', '--space', 'witness'], data);
  await run(bench, ['unit', 'set-target', unit, target, '--space', 'witness']);
}

async function action({ cub }: Bench, verb: string, unit: string): Promise<unknown> {
  const { exitCode, stdout, stderr } = await cub([
    'unit',
    verb,
    unit,
    '--space',
    'witness',
    '--timeout',
    '1m',
  ]);
  return { exitCode, stdout, stderr };
}

async function failure(bench: Bench, unit: string): Promise<unknown> {
  const outcome = await action(bench, 'apply', unit);
  return { outcome, last: (await events(bench, unit))[0] };
}

/** Status, result and message of each event, newest first. */
async function events(bench: Bench, unit: string): Promise<string[]> {
  const filter = '.[] | (.UnitEvent // .) | "\\(.Status) \\(.Result) \\(.Message)"';
  const text = await run(bench, ['unit-event', 'list', unit, '--space', 'witness', '--jq', filter]);
  return text.trim().split('\n');
}

async function deployment({ cluster }: Bench): Promise<unknown> {
  const found = await cluster.read<V1Deployment>({
    ...kinds.deployment,
    name: 'trade-service',
    namespace: 'witness',
  });
  const applied = found?.metadata?.managedFields?.filter(({ operation }) => operation === 'Apply');
  return { ready: found?.status?.readyReplicas, appliedBy: applied?.map(({ manager }) => manager) };
}

async function liveState(bench: Bench, unit: string): Promise<string> {
  const text = await run(bench, [
    'unit',
    'get',
    unit,
    '--space',
    'witness',
    '--jq',
    '(.Unit // .).LiveState // ""',
  ]);
  return Buffer.from(text.trim(), 'base64').toString('utf8');
}

async function replicas(bench: Bench, unit: string): Promise<string> {
  const text = await run(bench, ['unit', 'get', unit, '--space', 'witness', '--jq', '(.Unit // .).Data']);
  return /replicas: \d+/.exec(Buffer.from(text.trim(), 'base64').toString('utf8'))?.[0] ?? 'none';
}

async function settingsThere({ cluster }: Bench): Promise<boolean> {
  return (await cluster.read(configMap)) !== undefined;
}

async function left({ cluster }: Bench): Promise<string[]> {
  return (await cluster.rollouts('witness')).map(({ name }) => name);
}

/** A text without ids, times, addresses and ports. */
function neutral(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, 'TIME')
    .replace(/\b(10|172)(\.\d+){3}\b/g, 'ADDRESS');
}
