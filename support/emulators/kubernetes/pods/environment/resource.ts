import type { Container, Pod } from '../../controllers/objects/pod';
import { NODE_CAPACITY } from '../node';

const UNITS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A quantity such as `200m` or `256Mi` as a number; undefined when it is none. */
export function parseQuantity(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([numkMGT]|[KMGT]i)?$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * (UNITS[unit] ?? 1);
}

/**
 * A request or limit of a container as a variable (`resourceFieldRef`): divided by the divisor and rounded up. A limit
 * that is not set is what the node has; a request that is not set is the limit or 0.
 */
export function resourceValue(
  pod: Pod,
  own: Container,
  { resource, containerName, divisor = '1' }: { resource: string; containerName?: string; divisor?: string },
): string {
  const container = pod.spec.containers.find(({ name }) => name === containerName) ?? own;
  const [which = '', name = ''] = resource.split('.', 2);
  const { requests, limits } = container.resources ?? {};
  const given =
    which === 'limits' ? (limits?.[name] ?? NODE_CAPACITY[name]) : (requests?.[name] ?? limits?.[name]);
  const by = parseQuantity(divisor === '0' ? '1' : divisor) ?? 1;
  return String(Math.ceil((parseQuantity(given ?? '0') ?? 0) / by));
}
