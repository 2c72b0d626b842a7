import { type FieldError, forbiddenField, invalid, required } from '../../status/field-error';
import type { ObjectMeta } from '../../store/kube-object';
import { labelValueProblems, qualifiedNameProblems, subdomainProblems } from './names';

const ANNOTATIONS_LIMIT = 256 * 1024;

/** What is wrong with the metadata of an object. */
export function metadataProblems(
  metadata: Partial<ObjectMeta>,
  namespaced: boolean,
  nameProblems: (name: string) => string[] = subdomainProblems,
): FieldError[] {
  const errors: FieldError[] = [];
  if (metadata.generateName) {
    const stem = metadata.generateName.replace(/-$/, 'a');
    errors.push(
      ...nameProblems(stem).map((why) => invalid('metadata.generateName', metadata.generateName, why)),
    );
  }
  if (!metadata.name) errors.push(required('metadata.name', 'name or generateName is required'));
  else errors.push(...nameProblems(metadata.name).map((why) => invalid('metadata.name', metadata.name, why)));
  if (namespaced && !metadata.namespace) errors.push(required('metadata.namespace'));
  if (!namespaced && metadata.namespace) {
    errors.push(forbiddenField('metadata.namespace', 'not allowed on this type'));
  }
  errors.push(...labelsProblems(metadata.labels ?? {}, 'metadata.labels'));
  errors.push(...annotationsProblems(metadata.annotations ?? {}, 'metadata.annotations'));
  for (const finalizer of metadata.finalizers ?? []) {
    errors.push(
      ...qualifiedNameProblems(finalizer).map((why) => invalid('metadata.finalizers', finalizer, why)),
    );
  }
  return [...errors, ...ownerProblems(metadata)];
}

/** What is wrong with labels, at `metadata.labels` or a template's. */
export function labelsProblems(labels: Record<string, string>, field: string): FieldError[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...qualifiedNameProblems(key).map((why) => invalid(field, key, why)),
    ...labelValueProblems(value).map((why) => invalid(field, value, why)),
  ]);
}

/** What is wrong with annotations. */
export function annotationsProblems(annotations: Record<string, string>, field: string): FieldError[] {
  const errors = Object.keys(annotations).flatMap((key) =>
    qualifiedNameProblems(key.toLowerCase()).map((why) => invalid(field, key, why)),
  );
  const size = Object.entries(annotations).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (size > ANNOTATIONS_LIMIT) {
    errors.push({ field, type: 'TooLong', detail: `may not be more than ${ANNOTATIONS_LIMIT} bytes` });
  }
  return errors;
}

function ownerProblems(metadata: Partial<ObjectMeta>): FieldError[] {
  const owners = metadata.ownerReferences ?? [];
  const errors: FieldError[] = [];
  for (const owner of owners) {
    const field = 'metadata.ownerReferences';
    if (!owner.apiVersion)
      errors.push(invalid(`${field}.apiVersion`, owner.apiVersion, 'version must not be empty'));
    if (!owner.kind) errors.push(invalid(`${field}.kind`, owner.kind, 'must not be empty'));
    if (!owner.name) errors.push(invalid(`${field}.name`, owner.name, 'must not be empty'));
    if (!owner.uid) errors.push(invalid(`${field}.uid`, owner.uid, 'must not be empty'));
  }
  const controllers = owners.filter(({ controller }) => controller);
  if (controllers.length > 1) {
    errors.push(
      invalid(
        'metadata.ownerReferences',
        owners,
        `Only one reference can have Controller set to true. Found "true" in references for ${controllers[0]?.kind}/${controllers[0]?.name} and ${controllers[1]?.kind}/${controllers[1]?.name}`,
      ),
    );
  }
  return errors;
}
