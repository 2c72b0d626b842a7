import type { DeploymentRecord } from '../media-types';
import type { Evidence } from '../model/evidence';

/** Evidence that stands for several in a row which differ at most in their answer. */
export interface Shown {
  item: Evidence;
  times: number;
}

/**
 * Folds a command that was asked again and again (while something was awaited) into its last answer, and what was seen
 * of the cluster in one go into one.
 */
export function withoutRepeats(evidence: readonly Evidence[]): Shown[] {
  const shown: Shown[] = [];
  for (const item of evidence) {
    const last = shown.at(-1);
    if (last && isSameCommand(last.item, item)) {
      last.item = item;
      last.times += 1;
    } else if (last && isLook(last.item) && isLook(item))
      last.item = { ...last.item, seen: together(last.item, item) };
    else shown.push({ item, times: 1 });
  }
  return shown;
}

function isSameCommand(a: Evidence, b: Evidence): boolean {
  if (a.kind !== 'command' || b.kind !== 'command' || a.exitCode !== b.exitCode) return false;
  return a.command === b.command && a.input === b.input && a.args.join('\0') === b.args.join('\0');
}

type Look = Extract<Evidence, { kind: 'cluster' }> & { seen: DeploymentRecord[] };

function isLook(item: Evidence): item is Look {
  return item.kind === 'cluster' && item.seen !== undefined && item.seen.length > 0;
}

/** Each Deployment as it was seen last. */
function together(a: Look, b: Look): DeploymentRecord[] {
  const nameOf = ({ namespace, name }: DeploymentRecord): string => `${namespace}/${name}`;
  return [...new Map([...a.seen, ...b.seen].map((one) => [nameOf(one), one])).values()];
}
