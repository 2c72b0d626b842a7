import type { KubeObject } from '../store/kube-object';

/** A cell of a table. */
export type Cell = string | number | boolean;

/** A column: what it is called and what it shows of an object. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'boolean';
  format?: string;
  /** Above 0 it is shown with `-o wide` only. */
  priority: number;
  description: string;
  cell: (object: KubeObject, now: Date) => Cell;
}

/** A column of text. */
export function text(name: string, cell: Column['cell'], description = ''): Column {
  return { name, type: 'string', priority: 0, description, cell };
}

/** A column of text that only `-o wide` shows. */
export function wide(name: string, cell: Column['cell'], description = ''): Column {
  return { name, type: 'string', priority: 1, description, cell };
}

/** A column of numbers. */
export function integer(name: string, cell: Column['cell'], description = ''): Column {
  return { name, type: 'integer', priority: 0, description, cell };
}

/** The first column of nearly every table. */
export const NAME: Column = {
  name: 'Name',
  type: 'string',
  format: 'name',
  priority: 0,
  description:
    'Name must be unique within a namespace. Is required when creating resources, although some resources may allow a client to request the generation of an appropriate name automatically. Name is primarily intended for creation idempotence and configuration definition. Cannot be updated. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names',
  cell: (object) => object.metadata.name,
};

/** How long ago the object was made. */
export const AGE: Column = text(
  'Age',
  (object, now) => since(object.metadata.creationTimestamp, now),
  'CreationTimestamp is a timestamp representing the server time when this object was created.',
);

/** The time since a timestamp, as tables tell it: `12s`, `5m3s`, `2d4h`. */
export function since(timestamp: string | undefined, now: Date): string {
  if (!timestamp) return '<unknown>';
  return duration((now.getTime() - Date.parse(timestamp)) / 1000);
}

/** A duration in seconds as tables tell it; follows `duration.HumanDuration`. */
export function duration(precise: number): string {
  if (precise < -1) return '<invalid>';
  const seconds = Math.max(0, Math.floor(precise));
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return withRest(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return withRest(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 192) return withRest(days, 'd', hours % 24, 'h');
  if (days < 365 * 2) return `${days}d`;
  const years = Math.floor(days / 365);
  return days < 365 * 8 ? withRest(years, 'y', days % 365, 'd') : `${years}y`;
}

function withRest(value: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${value}${unit}` : `${value}${unit}${rest}${restUnit}`;
}
