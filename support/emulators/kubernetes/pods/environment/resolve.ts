import type { Container, EnvVarSource, Pod } from '../../controllers/objects/pod';
import type { KubeObject } from '../../store/kube-object';
import { expand } from './expand';
import { fieldValue } from './field';
import { resourceValue } from './resource';

/** Looks a Secret or a ConfigMap of the pod's namespace up. */
export type Lookup = (kind: 'Secret' | 'ConfigMap', name: string) => KubeObject | undefined;

/** The environment of a container, or the sentence with which kubelet says why there is none. */
export type Environment = { variables: Record<string, string> } | { problem: string };

/** A reference that leads nowhere. */
class Unresolved extends Error {}

/**
 * The environment that a container is started with: `envFrom` in order, then `env` in order, later ones over earlier
 * ones, `$(NAME)` expanded. Variables about other services are not among them.
 *
 * @returns what kubelet tells under CreateContainerConfigError when a Secret, ConfigMap or key is missing
 */
export function resolveEnvironment(
  pod: Pod,
  container: Container,
  podIP: string,
  lookup: Lookup,
): Environment {
  const variables: Record<string, string> = {};
  try {
    for (const { prefix = '', secretRef, configMapRef } of container.envFrom ?? []) {
      const [kind, reference] = secretRef
        ? (['Secret', secretRef] as const)
        : (['ConfigMap', configMapRef] as const);
      for (const [key, value] of entries(kind, reference ?? {}, lookup)) variables[prefix + key] = value;
    }
    for (const { name, value = '', valueFrom } of container.env ?? []) {
      const resolved = valueFrom
        ? fromSource(valueFrom, pod, container, podIP, lookup)
        : expand(value, variables);
      if (resolved !== undefined) variables[name] = resolved;
    }
  } catch (error) {
    if (error instanceof Unresolved) return { problem: error.message };
    throw error;
  }
  return { variables };
}

function fromSource(source: EnvVarSource, pod: Pod, container: Container, podIP: string, lookup: Lookup) {
  const { secretKeyRef, configMapKeyRef, fieldRef, resourceFieldRef } = source;
  if (fieldRef) return fieldValue(pod, podIP, fieldRef.fieldPath);
  if (resourceFieldRef) return resourceValue(pod, container, resourceFieldRef);
  const [kind, reference] = secretKeyRef
    ? (['Secret', secretKeyRef] as const)
    : (['ConfigMap', configMapKeyRef] as const);
  if (!reference) return undefined;
  const value = new Map(entries(kind, reference, lookup)).get(reference.key);
  if (value !== undefined || reference.optional) return value;
  throw new Unresolved(
    `couldn't find key ${reference.key} in ${kind} ${pod.metadata.namespace}/${reference.name}`,
  );
}

function entries(
  kind: 'Secret' | 'ConfigMap',
  { name = '', optional }: { name?: string; optional?: boolean },
  lookup: Lookup,
): [string, string][] {
  const object = lookup(kind, name);
  if (!object && !optional) throw new Unresolved(`${kind.toLowerCase()} "${name}" not found`);
  const data = Object.entries((object?.data ?? {}) as Record<string, string>);
  if (kind === 'ConfigMap') return data;
  return data.map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]);
}
