import { type Cluster, openCluster } from './cluster/client';
import { decode } from './operations/report';
import { milliseconds } from './operations/wait';
import type { Clusters } from './targets';

/** The clusters of targets, each connected to once. */
export class ReachedClusters {
  private readonly open = new Map<string, Cluster>();

  constructor(
    private readonly clusters: Clusters,
    private readonly pace: number,
  ) {}

  /**
   * The cluster that a target's parameters name (base64 of JSON), and how long to wait for it in milliseconds.
   *
   * @throws Error when the parameters cannot be read; AccessError when there is no such kube context
   */
  of(targetParams: string | undefined): { cluster: Cluster; timeout: number } {
    const params = JSON.parse(decode(targetParams) || '{}') as { KubeContext?: string; WaitTimeout?: string };
    return {
      cluster: this.reach(params.KubeContext ?? ''),
      timeout: milliseconds(params.WaitTimeout || '2m0s') / this.pace,
    };
  }

  close(): void {
    for (const cluster of this.open.values()) cluster.close();
  }

  private reach(kubeContext: string): Cluster {
    const cluster = this.open.get(kubeContext) ?? openCluster(this.clusters.access(kubeContext), this.pace);
    this.open.set(kubeContext, cluster);
    return cluster;
  }
}
