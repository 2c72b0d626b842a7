/** A time in the words of Go's `time.Time.String()`, as `2025-08-21 10:00:00.5 +0000 UTC`; absent is the year 1. */
export function timeText(value: string | undefined): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(
    value ?? '0001-01-01T00:00:00Z',
  );
  if (match === null) return value ?? '';
  const [, date, clock, fraction = '', zone = 'Z'] = match;
  const trimmed = fraction.replace(/\.?0+$/, '');
  const offset =
    zone === 'Z' || zone === '+00:00' ? '+0000 UTC' : `${zone.replace(':', '')} ${zone.replace(':', '')}`;
  return `${date} ${clock}${trimmed} ${offset}`;
}

/** Whether a time is absent: Go's zero time stands for none. */
export function isNoTime(value: string | undefined): boolean {
  return value === undefined || value === null || value.startsWith('0001-01-01T00:00:00');
}

/** `2025-08-21 10:00:00`, as short lists show it. */
export function shortTime(value: string | undefined): string {
  return (value ?? '0001-01-01T00:00:00Z').slice(0, 19).replace('T', ' ');
}
