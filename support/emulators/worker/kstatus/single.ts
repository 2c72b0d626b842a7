import type { KubeObject } from '../cluster/kube-object';
import { conditionsOf, textIn } from './fields';
import { current, failed, inProgress, type Result } from './result';

/** A Service of type LoadBalancer is current when it has an address; any other at once. */
export function service(object: KubeObject): Result {
  if (textIn(object, 'spec', 'type') === 'LoadBalancer' && !textIn(object, 'spec', 'clusterIP'))
    return inProgress('ClusterIP not set. Service type: LoadBalancer');
  return current('Service is ready');
}

/** A PersistentVolumeClaim is current when it is bound. */
export function persistentVolumeClaim(object: KubeObject): Result {
  const phase = textIn(object, 'status', 'phase');
  return phase === 'Bound'
    ? current('PVC is Bound')
    : inProgress(`PVC is not Bound. phase: ${phase || 'unknown'}`);
}

/** A CustomResourceDefinition is current when it is established. */
export function customResourceDefinition(object: KubeObject): Result {
  for (const { type, status, reason, message } of conditionsOf(object)) {
    if (type === 'NamesAccepted' && status === 'False') return failed(message ?? 'Names not accepted');
    if (type === 'Established' && status === 'False' && reason !== 'Installing')
      return failed(message ?? 'Not established');
    if (type === 'Established' && status === 'True') return current('CRD is established');
  }
  return inProgress('Install in progress');
}

/** Any other object is current unless its Ready condition says otherwise. */
export function other(object: KubeObject): Result {
  const ready = conditionsOf(object).find(({ type }) => type === 'Ready');
  if (!ready) return current('Resource is current');
  return ready.status === 'True'
    ? current('Resource is Ready')
    : inProgress(ready.message ?? ready.reason ?? 'Not Ready');
}
