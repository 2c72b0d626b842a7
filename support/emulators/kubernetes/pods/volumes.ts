import type { Pod } from '../controllers/objects/pod';
import type { Lookup } from './environment/resolve';

/**
 * The sentence about the first volume that cannot be mounted because its Secret or ConfigMap is missing. A volume that
 * no container mounts is not looked at, as with the real kubelet.
 */
export function mountProblem(pod: Pod, lookup: Lookup): string | undefined {
  const containers = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
  const mounted = new Set(
    containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name)),
  );
  for (const { name, secret, configMap } of pod.spec.volumes ?? []) {
    if (!mounted.has(name)) continue;
    const missing =
      absent('Secret', secret?.secretName, secret?.optional, lookup) ??
      absent('ConfigMap', configMap?.name, configMap?.optional, lookup);
    if (missing !== undefined) return `MountVolume.SetUp failed for volume "${name}" : ${missing}`;
  }
  return undefined;
}

function absent(kind: 'Secret' | 'ConfigMap', name: string | undefined, optional = false, lookup: Lookup) {
  if (name === undefined || optional || lookup(kind, name)) return undefined;
  return `${kind.toLowerCase()} "${name}" not found`;
}
