import type { Pod } from '../controllers/objects/pod';
import type { Lookup } from './environment/resolve';

/** The sentence about the first volume that cannot be mounted because its Secret or ConfigMap is missing. */
export function mountProblem(pod: Pod, lookup: Lookup): string | undefined {
  for (const { name, secret, configMap } of pod.spec.volumes ?? []) {
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
