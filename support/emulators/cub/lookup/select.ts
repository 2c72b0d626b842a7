import type { Flags } from '../command/flags';

export interface Selectable {
  entity: string;
  columns: readonly string[];
  include: string;
  base: readonly string[];
  aliases?: Readonly<Record<string, string>>;
  /** Fields that a computed column needs. */
  needs?: Readonly<Record<string, readonly string[]>>;
}

/** The fields that a list asks the server for: `--select` as given (`*` means all), else those of the shown columns. */
export function selectFor(
  flags: Flags,
  selectable: Selectable,
  columns: readonly string[] = selectable.columns,
): string {
  const asked = flags.text('select');
  if (asked !== '') return asked === '*' ? '' : asked;
  const fields = new Set<string>();
  for (const shown of columns) {
    const column = selectable.aliases?.[shown] ?? shown;
    for (const needed of selectable.needs?.[shown] ?? [column]) {
      const field = fieldOf(selectable.entity, needed);
      if (field !== undefined) fields.add(field);
    }
  }
  for (const field of [...selectable.base, ...selectable.include.split(',')])
    if (field !== '') fields.add(field);
  return [...fields].sort().join(',');
}

function fieldOf(entity: string, column: string): string | undefined {
  if (!column.includes('.')) return column.includes('Count') ? undefined : column;
  const own = column.startsWith(`${entity}.`) ? column.slice(entity.length + 1) : column;
  const [head = ''] = own.split('.');
  if (head === 'Labels' || head === 'Annotations') return head;
  return head === 'UnitStatus' ? undefined : own;
}

/** The select parameter of a lookup: `--select`, or everything. */
export function selectGiven(flags: Flags): string {
  const asked = flags.text('select');
  return asked === '*' ? '' : asked;
}
