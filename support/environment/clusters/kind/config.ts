import { parse, stringify } from 'yaml';

/** What kind's file of a cluster holds, as far as we look at it. */
interface KindConfig {
  kind: 'Cluster';
  apiVersion: string;
  nodes?: Array<{ role: string }>;
  kubeadmConfigPatches?: string[];
}

/**
 * CPUs that the tutorial asks for: the three regions 2.3, dev and staging 0.6, and 1.1 for the pods that a rolling
 * update starts before the old ones end.
 */
const cpusOfTheTutorial = 4;
/** What Kubernetes' own pods ask for on a control plane. */
const cpusOfKubernetes = 1.1;

/**
 * How many worker nodes let so many runs of the tutorial go on at once; none where the control plane has room for them.
 *
 * The kubelet of each node reports all CPUs of the machine, whoever else has them too, and the scheduler counts what
 * pods ask for, not what they use. So the cluster has as much room as it has nodes, and the idle services of the
 * tutorial fit even on a machine of two CPUs.
 *
 * @param cpus of the machine that the nodes run on
 */
export function workerNodes(cpus: number, atOnce: number): number {
  const wanted = cpusOfTheTutorial * atOnce;
  return wanted + cpusOfKubernetes <= cpus ? 0 : Math.ceil(wanted / cpus);
}

/**
 * The file from which kind makes a cluster with room for so many runs of the tutorial at once. What the user's own file
 * says stays as it is, and wins; nodes are added where it names none.
 *
 * @param own text of the user's file
 */
export function kindConfig(own: string | undefined, cpus: number, atOnce: number): string {
  const given = (own === undefined ? {} : parse(own)) as Partial<KindConfig>;
  const workers = Array.from({ length: workerNodes(cpus, atOnce) }, () => ({ role: 'worker' }));
  const config: KindConfig = {
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    nodes: [{ role: 'control-plane' }, ...workers],
    ...given,
    kubeadmConfigPatches: [...unthrottled, ...(given.kubeadmConfigPatches ?? [])],
  };
  return stringify(config);
}

const limits = { 'kube-api-qps': '500', 'kube-api-burst': '1000' };
const controllers = { 'enable-hostpath-provisioner': 'true', ...limits };
const asList = (args: object) => Object.entries(args).map(([name, value]) => ({ name, value }));

/**
 * Controllers and scheduler throttle themselves to what a large cluster bears; scenarios side by side then wait for
 * them. Told in both versions of kubeadm's file, of which each node image has one.
 */
const unthrottled = [
  stringify({
    kind: 'ClusterConfiguration',
    apiVersion: 'kubeadm.k8s.io/v1beta3',
    controllerManager: { extraArgs: controllers },
    scheduler: { extraArgs: limits },
  }),
  stringify({
    kind: 'ClusterConfiguration',
    apiVersion: 'kubeadm.k8s.io/v1beta4',
    // A list replaces kind's own, so kind's argument is in it.
    controllerManager: { extraArgs: asList(controllers) },
    scheduler: { extraArgs: asList(limits) },
  }),
];
