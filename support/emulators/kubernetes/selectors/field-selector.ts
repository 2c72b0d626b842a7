import type { KubeObject } from '../store/kube-object';
import { SelectorError } from './label-selector';

const COMMON = ['metadata.name', 'metadata.namespace'];

/** Fields by which each resource can be selected besides name and namespace. */
const SELECTABLE: Record<string, readonly string[]> = {
  events: [
    ...['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'].map(
      (field) => `involvedObject.${field}`,
    ),
    ...['reason', 'reportingComponent', 'source', 'type'],
  ],
  namespaces: ['status.phase'],
  nodes: ['spec.unschedulable'],
  pods: [
    ...[
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'spec.hostNetwork',
    ],
    ...['status.phase', 'status.podIP', 'status.nominatedNodeName'],
  ],
  'replicasets.apps': ['status.replicas'],
  secrets: ['type'],
  services: ['spec.clusterIP', 'spec.type'],
};

/**
 * Reads a `fieldSelector` parameter: `metadata.name=x,status.phase!=Running`.
 *
 * @param resource the resource that is selected from, as the store names it
 * @throws SelectorError when a field cannot be selected by, or the text makes no sense
 */
export function parseFieldSelector(text: string, resource: string): (object: KubeObject) => boolean {
  const requirements = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(part.trim());
      if (!match) throw new SelectorError(`invalid selector: '${text}'; can't understand '${part}'`);
      const [, field = '', operator, value = ''] = match;
      if (!COMMON.includes(field) && !SELECTABLE[resource]?.includes(field)) {
        throw unknownField(field, resource);
      }
      return (object: KubeObject) => (operator === '!=') !== (fieldText(object, field) === value);
    });
  return (object) => requirements.every((fits) => fits(object));
}

function unknownField(field: string, resource: string): SelectorError {
  if (SELECTABLE[resource]) return new SelectorError(`field label not supported: ${field}`);
  const known = COMMON.map((name) => JSON.stringify(name)).join(', ');
  return new SelectorError(`${JSON.stringify(field)} is not a known field selector: only ${known}`);
}

function fieldText(object: KubeObject, field: string): string {
  if (field === 'source') return fieldText(object, 'source.component');
  let value: unknown = object;
  for (const step of field.split('.')) value = (value as Record<string, unknown> | undefined)?.[step];
  if (value === undefined) return /unschedulable|hostNetwork/.test(field) ? 'false' : '';
  return String(value);
}
