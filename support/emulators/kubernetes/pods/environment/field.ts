import type { Pod } from '../../controllers/objects/pod';
import { HOST_IP } from '../node';

/** The value of a pod's field as a variable (`fieldRef`); empty when the pod does not have it. */
export function fieldValue(pod: Pod, podIP: string, fieldPath: string): string {
  const { metadata, spec } = pod;
  const entry = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(fieldPath);
  if (entry) return metadata[entry[1] as 'labels' | 'annotations']?.[entry[2] ?? ''] ?? '';
  const fields: Record<string, string | undefined> = {
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'metadata.uid': metadata.uid,
    'spec.nodeName': spec.nodeName,
    'spec.serviceAccountName': spec.serviceAccountName,
    'status.hostIP': HOST_IP,
    'status.hostIPs': HOST_IP,
    'status.podIP': podIP,
    'status.podIPs': podIP,
  };
  return fields[fieldPath] ?? '';
}
