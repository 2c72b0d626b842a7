import type { Entry, TreeFile } from './tree';

/** The comment at the end of an entry's line, with the spaces before it; '' without. */
export function commentOf(entry: Entry): string {
  const scalarLike = entry.value.kind === 'scalar' || entry.value.flow !== undefined;
  const line = scalarLike ? entry.tail : (entry.gap.split('\n')[0] ?? '');
  return /^\s*#/.test(line) ? line.trimEnd() : '';
}

/** Sets the comment behind an entry's value; '' removes it. */
export function setComment(entry: Entry, comment: string, file: TreeFile): void {
  const text = comment === '' ? '' : ` # ${comment}`;
  const scalarLike = entry.value.kind === 'scalar' || entry.value.flow !== undefined;
  if (scalarLike) entry.tail = text + file.newline;
  else entry.gap = entry.gap.includes('\n') ? text + file.newline : entry.gap;
}
