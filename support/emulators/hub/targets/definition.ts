import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Definition } from '../entities/definition';
import { byClient, byServer, RESIDENT_FIELDS } from '../entities/fields';
import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import type { Target } from './model';

/** Toolchains and providers that a target may name; the rest of ConfigHub's are not part of this hub. */
const TOOLCHAINS = ['Kubernetes/YAML'];
const PROVIDERS = ['Kubernetes'];

export const TARGET: Definition<Target> = {
  kind: 'Target',
  path: 'target',
  noun: 'target',
  table: 'targets',
  id: 'TargetID',
  fields: {
    ...RESIDENT_FIELDS,
    TargetID: byServer('uuid'),
    BridgeWorkerID: byClient('uuid'),
    ToolchainType: byClient('text'),
    ProviderType: byClient('text'),
    Parameters: byClient('text'),
  },
  relations: {
    ...RESIDENT_RELATIONS,
    BridgeWorkerID: {
      as: 'BridgeWorker',
      kind: 'BridgeWorker',
      find: (tables, row) => tables.workers.get(row.BridgeWorkerID),
    },
  },
  defaults: () => ({
    BridgeWorkerID: '',
    ToolchainType: 'Kubernetes/YAML',
    ProviderType: 'Kubernetes',
    Parameters: '{}',
  }),
  check: (call, row) => {
    requireWorker(call, row);
    requireOneOf('ToolchainType', row.ToolchainType, TOOLCHAINS);
    requireOneOf('ProviderType', row.ProviderType, PROVIDERS);
    requireJson(row.Parameters);
    return row;
  },
  removing: (call, row) => {
    const [unit] = call.hub.database.tables.units.by('target', row.TargetID);
    if (unit)
      throw badRequest(`target ${row.Slug} is used by unit ${unit.Slug}; give the unit another target first`);
    const [space] = call.hub.database.tables.spaces.by('releaseTarget', row.TargetID);
    if (space)
      throw badRequest(
        `target ${row.Slug} is the release target of space ${space.Slug}; give the space another one first`,
      );
  },
};

function requireWorker(call: Call, row: Target): void {
  const worker = call.hub.database.tables.workers.get(row.BridgeWorkerID);
  if (!worker || worker.OrganizationID !== row.OrganizationID)
    throw badRequest(`Target.BridgeWorkerID: worker "${row.BridgeWorkerID}" does not exist`);
}

function requireOneOf(field: string, value: string, known: string[]): void {
  if (!known.includes(value))
    throw badRequest(`Target.${field} "${value}" is not supported by this hub; it has ${known.join(', ')}`);
}

function requireJson(parameters: string): void {
  try {
    const value: unknown = JSON.parse(parameters === '' ? '{}' : parameters);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  } catch {
    // told below
  }
  throw badRequest(
    `Target.Parameters must be the text of a JSON object, not ${JSON.stringify(parameters.slice(0, 80))}`,
  );
}
