import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Environment } from '../environment';

/** Fields of a login or of a kubeconfig's user whose values are secrets. */
const SECRET_FIELDS = new Set([
  'access_token',
  'refresh_token',
  'accessToken',
  'refreshToken',
  'basic_auth_password',
  'token',
  'password',
  'client-key-data',
]);

const SECRET_VARIABLE = /(?:SECRET|TOKEN|PASSWORD)$/;

/**
 * The secrets that a run has from the start: the login that `cub` uses, the credentials of the cluster, passwords in the
 * hub's address, and variables whose name says so. They may show up anywhere, in any spelling.
 */
export function knownSecrets(
  { hub, cub, cluster }: Pick<Environment, 'hub' | 'cub' | 'cluster'>,
  variables: NodeJS.ProcessEnv,
): string[] {
  const home = cub.env.HOME ?? variables.HOME;
  const login = home ? fieldsOf(join(home, '.confighub', 'session.json')) : [];
  const kubeconfig = fieldsOf(cluster.kubeconfig);
  const named = Object.entries({ ...variables, ...cub.env }).flatMap(([name, value]) =>
    value && SECRET_VARIABLE.test(name) ? [value] : [],
  );
  return [...login, ...kubeconfig, ...named, decodeURIComponent(new URL(hub.url).password)].filter(Boolean);
}

function fieldsOf(file: string): string[] {
  try {
    return secretsIn(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function secretsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (typeof item !== 'string') return secretsIn(item);
    if (!SECRET_FIELDS.has(key)) return [];
    return key.endsWith('-data') ? [item, Buffer.from(item, 'base64').toString('utf8')] : [item];
  });
}
