/** What the scenarios and commands run against: a hub, a `cub` and a cluster, ready for use. */
export interface Environment {
  hub: { kind: 'embedded' | 'url'; url: string; version: string };
  cub: CubTool;
  cluster: ClusterAccess;
  /** put before the name of each space, worker and namespace: '' or such as `brave-otter-1234-` */
  prefix: string;
  /** Saved states to go back to; only when hub and cluster are both embedded. */
  checkpoints?: Checkpoints;
  /** Saved states of an embedded hub beside a cluster that has none: of use until something goes to the cluster. */
  hubCheckpoints?: Checkpoints;
  /** Stops what was started for this environment. */
  stop(): Promise<void>;
}

/** A `cub`: executable or program, and the environment variables that it is run with (HOME, CONFIGHUB_URL and the like). */
export interface CubTool {
  kind: 'bundled' | 'external';
  /** absolute path */
  command: string;
  /** absolute path of what that executable loads, where commands are to be carried out without a process for each */
  program?: string;
  env: Record<string, string>;
  version: string;
}

export interface ClusterAccess {
  kind: 'embedded' | 'kwok' | 'kind' | 'context';
  /** path of a kubeconfig of our own */
  kubeconfig: string;
  context: string;
  version: string;
  /** whether programs run in its pods */
  runsPods: boolean;
  /** whether an image that does not exist shows */
  pullsImages: boolean;
}

export interface Checkpoints {
  has(name: string): boolean;
  /** all that there are, in order */
  names(): readonly string[];
  save(name: string): Promise<void>;
  /** @throws WorkersAwayError when all is back but workers that were connected then do not answer */
  restore(name: string): Promise<void>;
}

/** One line that names the three parts and their versions. */
export function describe({ hub, cub, cluster }: Pick<Environment, 'hub' | 'cub' | 'cluster'>): string {
  const where = hub.kind === 'url' ? ` ${hub.url}` : '';
  return `hub ${hub.kind}${where} ${hub.version}, cub ${cub.kind} ${cub.version}, cluster ${cluster.kind} ${cluster.version}`;
}
