import { CONTAINER_TYPES, podSpecPath } from '../functions/containers';

/** Types that live outside namespaces, so that their metadata.namespace is never needed. */
export const CLUSTER_TYPES = new Set([
  'v1/Namespace',
  'v1/PersistentVolume',
  'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding',
  'apiextensions.k8s.io/v1/CustomResourceDefinition',
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration',
  'apiregistration.k8s.io/v1/APIService',
  'scheduling.k8s.io/v1/PriorityClass',
  'storage.k8s.io/v1/StorageClass',
  'storage.k8s.io/v1/CSIDriver',
  'networking.k8s.io/v1/IngressClass',
]);

/** Types whose name other resources refer to. */
export const PROVIDED_TYPES = [
  'v1/Namespace',
  'apps/v1/Deployment',
  'apps/v1/ReplicaSet',
  'apps/v1/StatefulSet',
  'v1/ConfigMap',
  'v1/PersistentVolumeClaim',
  'v1/Secret',
  'v1/Service',
  'v1/ServiceAccount',
  'networking.k8s.io/v1/IngressClass',
  'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/Role',
  'scheduling.k8s.io/v1/PriorityClass',
  'storage.k8s.io/v1/StorageClass',
];

/** Paths in the pod's description that hold the name of another resource, by the type of that resource. */
const POD_REFERENCES: Record<string, string[]> = {
  'v1/ConfigMap': [
    'volumes.*.configMap.name',
    'containers.*.env.*.valueFrom.configMapKeyRef.name',
    'containers.*.envFrom.*.configMapRef.name',
    'initContainers.*.env.*.valueFrom.configMapKeyRef.name',
    'initContainers.*.envFrom.*.configMapRef.name',
  ],
  'v1/Secret': [
    'volumes.*.secret.secretName',
    'imagePullSecrets.*.name',
    'containers.*.env.*.valueFrom.secretKeyRef.name',
    'containers.*.envFrom.*.secretRef.name',
    'initContainers.*.env.*.valueFrom.secretKeyRef.name',
    'initContainers.*.envFrom.*.secretRef.name',
  ],
  'v1/PersistentVolumeClaim': ['volumes.*.persistentVolumeClaim.claimName'],
  'v1/ServiceAccount': ['serviceAccountName'],
  'scheduling.k8s.io/v1/PriorityClass': ['priorityClassName'],
};

/** The same for other types: path by the type that refers and the type that is referred to. */
const REFERENCES: Record<string, Record<string, string[]>> = {
  'autoscaling/v2/HorizontalPodAutoscaler': {
    'apps/v1/Deployment': ['spec.scaleTargetRef.name'],
    'apps/v1/ReplicaSet': ['spec.scaleTargetRef.name'],
    'apps/v1/StatefulSet': ['spec.scaleTargetRef.name'],
  },
  'networking.k8s.io/v1/Ingress': {
    'v1/Service': ['spec.rules.*.http.paths.*.backend.service.name', 'spec.defaultBackend.service.name'],
    'v1/Secret': ['spec.tls.*.secretName'],
    'networking.k8s.io/v1/IngressClass': ['spec.ingressClassName'],
  },
  'apps/v1/StatefulSet': { 'v1/Service': ['spec.serviceName'] },
  'rbac.authorization.k8s.io/v1/RoleBinding': {
    'v1/Namespace': ['subjects.*.namespace'],
    'rbac.authorization.k8s.io/v1/Role': ['roleRef.name'],
    'v1/ServiceAccount': ['subjects.*.name'],
  },
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': {
    'v1/Namespace': ['subjects.*.namespace'],
    'rbac.authorization.k8s.io/v1/ClusterRole': ['roleRef.name'],
    'v1/ServiceAccount': ['subjects.*.name'],
  },
};

/** The paths of a resource of one type that hold the name of a resource of another. */
export function referencePaths(fromType: string, toType: string): string[] {
  const podSpec = CONTAINER_TYPES.includes(fromType) ? podSpecPath(fromType) : undefined;
  const inPod =
    podSpec === undefined ? [] : (POD_REFERENCES[toType] ?? []).map((path) => `${podSpec}.${path}`);
  const own = toType === 'v1/Namespace' && !CLUSTER_TYPES.has(fromType) ? ['metadata.namespace'] : [];
  return [...own, ...inPod, ...(REFERENCES[fromType]?.[toType] ?? [])];
}
