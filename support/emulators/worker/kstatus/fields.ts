import type { KubeObject } from '../cluster/kube-object';

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

/** A number below `section` of an object, or `missing` when there is none. */
export function numberIn(
  object: KubeObject,
  section: 'spec' | 'status',
  field: string,
  missing: number,
): number {
  const value = object[section]?.[field];
  return typeof value === 'number' ? value : missing;
}

/** A string below `section` of an object, or '' when there is none. */
export function textIn(object: KubeObject, section: 'spec' | 'status', field: string): string {
  const value = object[section]?.[field];
  return typeof value === 'string' ? value : '';
}

/** status.conditions of an object. */
export function conditionsOf(object: KubeObject): Condition[] {
  const conditions = object.status?.conditions;
  return Array.isArray(conditions) ? (conditions as Condition[]) : [];
}
