import { checkSlug, describe } from '../entities/check-value';
import { badRequest } from '../errors/api-error';
import type { ConfigType, WorkerInfo } from './model';

/** One target that a worker offers. */
export interface OfferedTarget {
  Name: string;
  ToolchainType: string;
  ProviderType: string;
  /** JSON text. */
  Parameters: string;
}

/** Checks what a worker says of itself and lists the targets it offers. @throws ApiError 400 */
export function readWorkerInfo(body: unknown): { info: WorkerInfo; targets: OfferedTarget[] } {
  const info = object(body, 'the body') as WorkerInfo;
  for (const name of Object.keys(info))
    if (name !== 'BridgeWorkerInfo' && name !== 'FunctionWorkerInfo')
      throw badRequest(`unknown field ${describe(name)} of WorkerInfo`);
  const types = info.BridgeWorkerInfo?.SupportedConfigTypes ?? [];
  if (!Array.isArray(types)) throw badRequest('SupportedConfigTypes must be a list');
  return { info, targets: types.flatMap(targetsOf) };
}

function targetsOf(type: ConfigType): OfferedTarget[] {
  object(type, 'a supported config type');
  if (type.AvailableTargets && !Array.isArray(type.AvailableTargets))
    throw badRequest('AvailableTargets must be a list');
  return (type.AvailableTargets ?? []).map((target) => ({
    Name: checkSlug(String(object(target, 'an available target').Name ?? ''), 'AvailableTargets.Name'),
    ToolchainType: String(type.ToolchainType),
    ProviderType: String(type.ProviderType),
    Parameters: JSON.stringify(target.Params ?? {}),
  }));
}

function object(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest(`${what} must be an object, not ${describe(value)}`);
  return value as Record<string, unknown>;
}
