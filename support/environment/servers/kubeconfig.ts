import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Endpoint } from './http';

interface Kubeconfig {
  clusters?: Array<{ cluster: { server: string; 'certificate-authority-data'?: string } }>;
  users?: Array<{ user: { token?: string } }>;
  'current-context'?: string;
}

/** The API server of a kubeconfig that an embedded cluster wrote: one cluster, one user with a token. */
export function endpointOf(path: string): Endpoint & { context: string } {
  const { clusters, users, 'current-context': context } = parse(readFileSync(path, 'utf8')) as Kubeconfig;
  const cluster = clusters?.[0]?.cluster;
  if (!cluster || !context) throw new Error(`${path} names no cluster or no context`);
  const ca = cluster['certificate-authority-data'];
  return {
    url: cluster.server,
    ca: ca && Buffer.from(ca, 'base64').toString('utf8'),
    token: users?.[0]?.user.token,
    context,
  };
}
