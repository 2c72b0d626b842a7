import type { Moment } from '../cluster/recorder';
import type { Rollout } from '../cluster/rollout';

/** Two services that must have the same age, and how the newer settings of each look. */
export type NewSettings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Goes through what was recorded, and tells every moment from `settledAt` on at which the services of one
 * namespace had settled and were not of the same age: one new, the other old.
 */
export function tornMoments(
  moments: readonly Moment[],
  settledAt: bigint,
  namespaces: readonly string[],
  settings: NewSettings,
): string[] {
  const state = new Map<string, Rollout>();
  const torn: string[] = [];
  const judge = (version: bigint): void => {
    for (const namespace of namespaces) {
      const ages = agesIn(state, namespace, settings);
      if (ages && new Set(ages.values()).size > 1) torn.push(describe(version, namespace, ages));
    }
  };
  const inOrder = [...moments].sort((a, b) => Number(a.version - b.version));
  for (const moment of inOrder.filter(({ version }) => version <= settledAt)) apply(state, moment);
  judge(settledAt);
  for (const moment of inOrder.filter(({ version }) => version > settledAt)) {
    apply(state, moment);
    judge(moment.version);
  }
  return torn;
}

function apply(state: Map<string, Rollout>, { namespace, name, rollout }: Moment): void {
  if (rollout) state.set(`${namespace}/${name}`, rollout);
  else state.delete(`${namespace}/${name}`);
}

/** The age of each service; nothing while any of them is still on its way. */
function agesIn(
  state: ReadonlyMap<string, Rollout>,
  namespace: string,
  settings: NewSettings,
): Map<string, 'new' | 'old'> | undefined {
  const ages = new Map<string, 'new' | 'old'>();
  for (const [name, wanted] of Object.entries(settings)) {
    const rollout = state.get(`${namespace}/${name}`);
    if (!rollout?.settled) return undefined;
    const isNew = Object.entries(wanted).every(([key, value]) => rollout.settings[key] === value);
    ages.set(name, isNew ? 'new' : 'old');
  }
  return ages;
}

function describe(version: bigint, namespace: string, ages: ReadonlyMap<string, string>): string {
  const each = [...ages].map(([name, age]) => `${name} ${age}`).join(', ');
  return `version ${version}, namespace ${namespace}: ${each}`;
}
