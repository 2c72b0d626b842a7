import type { LabelSelector, Workload } from '../resources/model';
import type { KubeObject } from '../store/kube-object';
import { AGE, type Column, integer, NAME, text, wide } from './column';

const workload = (object: KubeObject): Workload => object as Workload;
const count = (object: KubeObject, field: string): number => Number(workload(object).status?.[field] ?? 0);
const containers = (object: KubeObject) => workload(object).spec.template?.spec?.containers ?? [];

const LAYOUT: Column[] = [
  wide('Containers', (object) =>
    containers(object)
      .map(({ name }) => name)
      .join(','),
  ),
  wide('Images', (object) =>
    containers(object)
      .map(({ image }) => image)
      .join(','),
  ),
  wide('Selector', (object) => selectorText(workload(object).spec.selector)),
];

/** `kubectl get deployments` */
export const DEPLOYMENT_COLUMNS: Column[] = [
  NAME,
  text('Ready', (object) => `${count(object, 'readyReplicas')}/${workload(object).spec.replicas}`),
  text('Up-to-date', (object) => count(object, 'updatedReplicas')),
  text('Available', (object) => count(object, 'availableReplicas')),
  AGE,
  ...LAYOUT,
];

/** `kubectl get replicasets` */
export const REPLICA_SET_COLUMNS: Column[] = [
  NAME,
  integer('Desired', (object) => workload(object).spec.replicas ?? 0),
  integer('Current', (object) => count(object, 'replicas')),
  integer('Ready', (object) => count(object, 'readyReplicas')),
  AGE,
  ...LAYOUT,
];

/** A selector as text: `app=x,tier in (a,b)`; `<none>` when it selects by nothing. */
export function selectorText(selector: LabelSelector | undefined): string {
  const labels = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = (selector?.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key;
    return operator === 'DoesNotExist' ? `!${key}` : `${key} ${operator.toLowerCase()} (${values.join(',')})`;
  });
  return [...labels, ...expressions].sort().join(',') || '<none>';
}
