import { Cluster } from '../../cluster/cluster';
import { Connection } from '../../cluster/connection';
import { capabilitiesOf } from '../../cub/capabilities';
import { Cub } from '../../cub/cub';
import { inParallel } from '../../cub/in-parallel';
import { createRun } from '../../cub/run';
import type { Environment } from '../../environment';
import { createRedactor } from '../../report/redact';
import { awaitThat } from '../../tutorial/await-that';
import { HubMemory } from '../../tutorial/hub';
import { Names } from '../../tutorial/names';
import { connectWorker } from '../../tutorial/set-up/connect-worker';
import type { Tutorial } from '../../tutorial/tutorial';
import { workersAsPods } from '../../tutorial/workers-as-pods';
import type { Figure, Part } from './figure';
import { inTurns } from './measure';

const SIZES = [10, 100, 1000] as const;
/** Among ten times as many units each may cost this many times more. */
const FLAT = 1.5;

type Step = 'clone' | 'function' | 'apply';
type Cost = Record<Step, number>;

/** What cloning, changing and applying costs a unit, among 10, 100 and 1,000 of them. Milliseconds a unit. */
export async function costPerUnit(environment: Environment): Promise<Part> {
  const tutorial = await actingIn(environment);
  const { start } = await inTurns({ start: { ...tutorial.cub.settings, args: ['space', 'list'] } }, 5);
  const costs: Cost[] = [];
  for (const size of SIZES) {
    await environment.checkpoints?.restore('empty');
    costs.push(await costAmong(size, tutorial, environment.hub.url));
  }
  const figures = (['clone', 'function', 'apply'] as const).flatMap((step) => figuresOf(step, costs, start));
  return { title: `Cost of a unit among ${SIZES.join(', ')}`, figures };
}

/**
 * Among few units the start of the command outweighs everything; what a unit costs beyond it is compared among many
 * and ten times as many.
 */
function figuresOf(step: Step, costs: readonly Cost[], start: number): Figure[] {
  const each = SIZES.map((size, index) => ({ size, cost: costs[index]?.[step] ?? 0 }));
  const [many = 0, most = 0] = each.slice(-2).map(({ size, cost }) => cost - start / size);
  return [
    ...each.map(({ size, cost }): Figure => ({ name: `${step}, ${size} units`, value: cost, unit: 'ms' })),
    {
      name: `${step}: growth from 100 to 1000, start subtracted`,
      value: most / many,
      unit: '×',
      atMost: FLAT,
    },
  ];
}

async function costAmong(size: number, tutorial: Tutorial, hubUrl: string): Promise<Cost> {
  const { cub } = tutorial;
  const run = createRun(cub.settings);
  await inParallel(['base', 'bench'].map((space) => () => cub.spaces.create(space)));
  await createUnits(size, tutorial, hubUrl);
  const target = await connectWorker(tutorial, 'base');
  const all = { space: '*', where: "Space.Slug = 'bench'" } as const;

  const cloning = [
    'unit',
    'create',
    '--space',
    'base',
    '--where',
    "Slug LIKE 'app-%'",
    '--dest-space',
    'bench',
  ];
  const clone = await perUnit(size, () => run(cloning));
  const change = await perUnit(size, () =>
    cub.functions.call({ on: all, call: ['set-annotation', 'bench', `${size}`] }),
  );
  await cub.units.setTarget(all, target.id);
  const apply = await perUnit(size, async () => {
    await cub.actions.apply(all);
    await awaitThat({
      what: `${size} units to be applied`,
      look: async () => (await cub.units.list(all.where)).filter((unit) => unit.live === unit.head).length,
      satisfied: (applied) => applied === size,
      describe: (applied) => `${applied} are`,
      advice: 'see the log of the worker',
      deadline: 120_000,
    });
  });
  return { clone, function: change, apply };
}

/** Goes past `cub`, which would start once for each unit: making them is not what is measured. */
async function createUnits(size: number, { cub }: Tutorial, hubUrl: string): Promise<void> {
  const [base] = await cub.spaces.list("Slug = 'base'");
  const token = (await createRun(cub.settings)(['auth', 'get-token'])).trim();
  for (let index = 0; index < size; index += 1) {
    const Data = Buffer.from(manifest(`app-${index}`)).toString('base64');
    const response = await fetch(`${hubUrl}/api/space/${base?.id}/unit`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ Slug: `app-${index}`, ToolchainType: 'Kubernetes/YAML', Data }),
    });
    if (!response.ok) throw new Error(`the hub made no unit: ${response.status} ${await response.text()}`);
  }
}

async function perUnit(size: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / size;
}

function manifest(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: default\ndata:\n  algorithm: v1\n  hours: NYSE\n`;
}

async function actingIn({ cub, cluster, prefix }: Environment): Promise<Tutorial> {
  const settings = { ...cub, program: undefined, transcript: () => undefined, masking: createRedactor() };
  const can = await capabilitiesOf(settings);
  return {
    cub: new Cub(settings, can),
    cluster: new Cluster(new Connection(cluster.kubeconfig, cluster.context), {
      transcript: () => undefined,
    }),
    names: new Names(prefix),
    can,
    memory: new HubMemory(),
    workers: workersAsPods,
    narrate: () => undefined,
    patience: 60_000,
  };
}
