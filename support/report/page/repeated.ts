import type { Evidence } from '../model/evidence';

/** Evidence that stands for several in a row which differ at most in their answer. */
export interface Shown {
  item: Evidence;
  times: number;
}

/** Folds a command that was asked again and again (while something was awaited) into its last answer. */
export function withoutRepeats(evidence: readonly Evidence[]): Shown[] {
  const shown: Shown[] = [];
  for (const item of evidence) {
    const last = shown.at(-1);
    if (last && isSameCommand(last.item, item)) {
      last.item = item;
      last.times += 1;
    } else shown.push({ item, times: 1 });
  }
  return shown;
}

function isSameCommand(a: Evidence, b: Evidence): boolean {
  if (a.kind !== 'command' || b.kind !== 'command' || a.exitCode !== b.exitCode) return false;
  return a.command === b.command && a.input === b.input && a.args.join('\0') === b.args.join('\0');
}
