import { isDeepStrictEqual } from 'node:util';
import { matchesSelector } from '../../selectors/label-selector';
import { type FieldError, invalid, notSupported, required } from '../../status/field-error';
import { annotationsProblems, labelsProblems } from '../metadata/validation';
import type { Workload } from '../model';
import { podSpecProblems } from '../pods/validation';

/** What is wrong with the parts that Deployments and ReplicaSets share. */
export function workloadProblems(workload: Workload): FieldError[] {
  const { replicas, minReadySeconds, selector, template } = workload.spec;
  const errors: FieldError[] = [];
  if (replicas !== undefined) errors.push(...notNegative(replicas, 'spec.replicas'));
  if (minReadySeconds !== undefined) errors.push(...notNegative(minReadySeconds, 'spec.minReadySeconds'));
  const isEmpty = !selector?.matchLabels && !selector?.matchExpressions;
  if (!selector) errors.push(required('spec.selector'));
  else if (isEmpty)
    errors.push(invalid('spec.selector', selector, 'empty selector is invalid for deployment'));
  if (!selector || !matchesSelector(selector, template?.metadata?.labels ?? {})) {
    const labels = template?.metadata?.labels ?? {};
    errors.push(
      invalid('spec.template.metadata.labels', labels, '`selector` does not match template `labels`'),
    );
  }
  errors.push(...labelsProblems(template?.metadata?.labels ?? {}, 'spec.template.labels'));
  errors.push(...annotationsProblems(template?.metadata?.annotations ?? {}, 'spec.template.annotations'));
  errors.push(...podSpecProblems(template?.spec ?? {}, 'spec.template.spec'));
  const policy = template?.spec?.restartPolicy;
  if (policy && policy !== 'Always') {
    errors.push(notSupported('spec.template.spec.restartPolicy', policy, ['Always']));
  }
  return errors;
}

/** A number that may be zero but not below. */
export function notNegative(value: number, field: string): FieldError[] {
  return value < 0 ? [invalid(field, value, 'must be greater than or equal to 0')] : [];
}

/** The selector stays what it was. */
export function selectorUpdateProblems(workload: Workload, before: Workload): FieldError[] {
  const { selector } = workload.spec;
  return isDeepStrictEqual(selector, before.spec.selector)
    ? []
    : [invalid('spec.selector', selector, 'field is immutable')];
}
