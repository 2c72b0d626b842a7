import type { Evidence } from './evidence';
import type { Step } from './run';

/**
 * Moves each change of config data from the step that saw it to the one that made it: the newest, up to the look, that
 * ran a command which may change config data or was taken back from its checkpoint. Without such a step it stays.
 */
export function changesWhereMade(steps: readonly Step[]): Step[] {
  const evidence: Evidence[][] = steps.map(() => []);
  let maker: Evidence[] | undefined;
  for (const [index, step] of steps.entries()) {
    const here = evidence[index] ?? [];
    for (const item of step.evidence) {
      if (mayChange(item)) maker = here;
      (item.kind === 'change' ? (maker ?? here) : here).push(item);
    }
  }
  return steps.map((step, index) => ({ ...step, evidence: evidence[index] ?? [] }));
}

const CHANGING = /^(?:unit (?:create|update|delete)|function (?:do|set)|link (?:create|delete))$/;

function mayChange(item: Evidence): boolean {
  if (item.kind === 'checkpoint') return true;
  if (item.kind !== 'command' || item.args.includes('--dry-run')) return false;
  return CHANGING.test(item.args.slice(0, 2).join(' '));
}
