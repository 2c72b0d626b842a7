import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { AccessError, type KubeAccess } from './access';

type Fields = Record<string, unknown>;

/** A kubeconfig file, read. */
export interface Kubeconfig {
  path: string;
  contexts: string[];
  currentContext: string;
  /** @throws AccessError when the context is unknown, or asks for a way to log in that is not supported */
  access(context: string): KubeAccess;
}

/**
 * Reads a kubeconfig file.
 *
 * @throws AccessError when it cannot be read or is no kubeconfig
 */
export function readKubeconfig(path: string): Kubeconfig {
  const config = load(path);
  const named = (list: string, name: unknown, field: string): Fields => {
    const entry = listOf(config[list]).find((item) => item.name === name);
    if (!entry) throw new AccessError(`kubeconfig ${path} has no ${field} "${name}"`);
    return (entry[field] ?? {}) as Fields;
  };
  return {
    path,
    contexts: listOf(config.contexts).map((entry) => String(entry.name)),
    currentContext: text(config['current-context']) ?? '',
    access(context) {
      const { cluster, user } = named('contexts', context, 'context');
      const login = user === undefined || user === '' ? {} : named('users', user, 'user');
      return { ...clusterOf(named('clusters', cluster, 'cluster'), path), ...loginOf(login, path, context) };
    },
  };
}

function load(path: string): Fields {
  let config: unknown;
  try {
    config = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'it is no YAML';
    throw new AccessError(`kubeconfig ${path} cannot be read: ${reason}`);
  }
  if (typeof config !== 'object' || config === null) throw new AccessError(`kubeconfig ${path} is empty`);
  return config as Fields;
}

function clusterOf(cluster: Fields, path: string): Pick<KubeAccess, 'server' | 'ca' | 'insecure'> {
  return {
    server: text(cluster.server) ?? '',
    ca: pem(cluster, 'certificate-authority', path),
    insecure: cluster['insecure-skip-tls-verify'] === true,
  };
}

function loginOf(
  user: Fields,
  path: string,
  context: string,
): Pick<KubeAccess, 'token' | 'certificate' | 'key'> {
  const unsupported = ['exec', 'auth-provider', 'username'].find((way) => user[way] !== undefined);
  if (unsupported)
    throw new AccessError(
      `kube context "${context}" logs in by ${unsupported}, which this worker does not support; ` +
        'give the context a token or a client certificate',
    );
  const tokenFile = text(user.tokenFile);
  return {
    token: text(user.token) ?? (tokenFile && readFileSync(resolve(dirname(path), tokenFile), 'utf8').trim()),
    certificate: pem(user, 'client-certificate', path),
    key: pem(user, 'client-key', path),
  };
}

/** The PEM text of a field that is either inlined as base64 (`NAME-data`) or the path of a file (`NAME`). */
function pem(fields: Fields, name: string, path: string): string | undefined {
  const inline = text(fields[`${name}-data`]);
  if (inline) return Buffer.from(inline, 'base64').toString('utf8');
  const file = text(fields[name]);
  return file === undefined ? undefined : readFileSync(resolve(dirname(path), file), 'utf8');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}
