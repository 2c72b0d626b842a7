import { type ResourceDefinition, resourceId } from '../resources/definition';
import { badRequest } from '../status/refusals';
import type { KubeObject } from '../store/kube-object';
import type { Cell, Column } from './column';
import { columnsOf } from './columns';

/** A list as `kubectl get` shows it. */
export interface Table {
  kind: 'Table';
  apiVersion: 'meta.k8s.io/v1';
  metadata: object;
  columnDefinitions: object[] | null;
  /** A row without its object says so by null. */
  rows: { cells: Cell[]; conditions?: object[]; object: object | null }[];
}

/**
 * Objects as a table.
 *
 * @param includeObject `None`, `Metadata` (the default) or `Object`: what of the object each row carries
 * @throws ApiError 400 for another value of includeObject
 */
export function tableOf(
  definition: ResourceDefinition,
  objects: KubeObject[],
  metadata: object,
  includeObject: string | null,
  now: Date,
): Table {
  const included = includeObject || 'Metadata';
  if (!['None', 'Metadata', 'Object'].includes(included)) {
    throw badRequest(`unrecognized includeObject value: ${JSON.stringify(included)}`);
  }
  const columns = columnsOf(resourceId(definition));
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(definitionOfColumn),
    rows: objects.map((object) => ({
      cells: columns.map((column) => column.cell(object, now)),
      object: carried(object, included),
    })),
  };
}

function definitionOfColumn({ name, type, format = '', priority, description }: Column): object {
  return { name, type, format, description, priority };
}

function carried(object: KubeObject, included: string): object | null {
  if (included === 'None') return null;
  return included === 'Object' ? object : partial(object);
}

function partial({ metadata }: KubeObject): object {
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata };
}
