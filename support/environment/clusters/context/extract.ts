import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { EnvironmentError } from '../../failure';

/**
 * The text of a kubeconfig that knows one context of the user's and no other. The user's files are only read.
 *
 * @throws EnvironmentError when there is no such context
 */
export async function extractContext(name: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const files = (env.KUBECONFIG?.split(delimiter) ?? [join(env.HOME ?? homedir(), '.kube', 'config')]).filter(
    (file) => file && existsSync(file),
  );
  const known: string[] = [];
  for (const file of files) {
    const all = new KubeConfig();
    all.loadFromFile(file);
    known.push(...all.contexts.map((context) => context.name));
    const context = all.getContextObject(name);
    const cluster = context && all.getCluster(context.cluster);
    const user = context && all.getUser(context.user);
    if (!context || !cluster) continue;
    const one = new KubeConfig();
    const users = user ? [user] : [];
    one.loadFromOptions({ contexts: [context], clusters: [cluster], users, currentContext: name });
    return one.exportConfig();
  }
  throw new EnvironmentError(
    `There is no kube context "${name}"; known are: ${known.join(', ') || `none, in ${files.join(' and ') || 'no kubeconfig'}`}.`,
  );
}
