import { EnvironmentError } from '../failure';

/** Who a cluster is, as it says itself. */
export interface Identity {
  /** uid of its namespace kube-system: made with the cluster, and gone with it */
  uid: string;
  version: string;
}

/**
 * Asks a cluster who it is; only reads.
 *
 * @throws EnvironmentError when it does not answer
 */
export async function identityOf(kubeconfig: string, context: string): Promise<Identity> {
  const { CoreV1Api, KubeConfig, VersionApi } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  config.setCurrentContext(context);
  try {
    const [{ metadata }, { gitVersion }] = await Promise.all([
      config.makeApiClient(CoreV1Api).readNamespace({ name: 'kube-system' }),
      config.makeApiClient(VersionApi).getCode(),
    ]);
    return { uid: metadata?.uid ?? '', version: gitVersion };
  } catch (error) {
    throw new EnvironmentError(
      `The cluster of kube context ${context} does not say who it is: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
