import { isDeepStrictEqual } from 'node:util';
import {
  duplicate,
  type FieldError,
  forbiddenField,
  invalid,
  notSupported,
  required,
} from '../../status/field-error';
import { labelProblems, subdomainProblems } from '../metadata/names';
import type { Pod, PodSpec } from '../model';
import { containersProblems } from './container-validation';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];

/** What is wrong with a pod's spec, at `spec` or `spec.template.spec`. */
export function podSpecProblems(spec: PodSpec, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const volumes = new Set<string>();
  for (const [index, { name }] of (spec.volumes ?? []).entries()) {
    const field = `${path}.volumes[${index}].name`;
    if (!name) errors.push(required(field));
    else errors.push(...labelProblems(name).map((why) => invalid(field, name, why)));
    if (volumes.has(name)) errors.push(duplicate(field, name));
    volumes.add(name);
  }
  if (!spec.containers?.length) errors.push(required(`${path}.containers`));
  errors.push(...containersProblems(spec.containers ?? [], `${path}.containers`, volumes));
  errors.push(...containersProblems(spec.initContainers ?? [], `${path}.initContainers`, volumes));
  if (spec.restartPolicy && !RESTART_POLICIES.includes(spec.restartPolicy)) {
    errors.push(notSupported(`${path}.restartPolicy`, spec.restartPolicy, RESTART_POLICIES));
  }
  if (spec.dnsPolicy && !DNS_POLICIES.includes(spec.dnsPolicy)) {
    errors.push(notSupported(`${path}.dnsPolicy`, spec.dnsPolicy, DNS_POLICIES));
  }
  const grace = spec.terminationGracePeriodSeconds;
  if (grace !== undefined && grace < 0) {
    errors.push(
      invalid(`${path}.terminationGracePeriodSeconds`, grace, 'must be greater than or equal to 0'),
    );
  }
  if (spec.serviceAccountName) {
    const account = spec.serviceAccountName;
    errors.push(
      ...subdomainProblems(account).map((why) => invalid(`${path}.serviceAccountName`, account, why)),
    );
  }
  return errors;
}

/** What may not be changed in a pod: all of the spec but images, deadlines, tolerations, and its node, once. */
export function podUpdateProblems(pod: Pod, before: Pod): FieldError[] {
  if (pod.spec.containers?.length !== before.spec.containers?.length) {
    return [forbiddenField('spec.containers', 'pod updates may not add or remove containers')];
  }
  if (isDeepStrictEqual(fixedPart(pod.spec, before.spec), fixedPart(before.spec, before.spec))) return [];
  return [
    forbiddenField(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    ),
  ];
}

function fixedPart(spec: PodSpec, before: PodSpec): object {
  const { containers, initContainers, activeDeadlineSeconds, tolerations, nodeName, ...fixed } = spec;
  const withoutImages = (list: PodSpec['containers']) => list?.map(({ image, ...container }) => container);
  return {
    ...fixed,
    containers: withoutImages(containers),
    initContainers: withoutImages(initContainers),
    ...(before.nodeName ? { nodeName } : {}),
  };
}
