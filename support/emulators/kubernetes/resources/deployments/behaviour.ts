import { type FieldError, forbiddenField, invalid, notSupported } from '../../status/field-error';
import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';
import type { Workload } from '../model';
import { setPodSpecDefaults } from '../pods/defaults';
import { notNegative, selectorUpdateProblems, workloadProblems } from './workload-validation';

const deployment = (object: KubeObject): Workload => object as Workload;
const STRATEGIES = ['Recreate', 'RollingUpdate'];

/** Deployments. */
export const deployments: Behaviour = {
  empty: {
    spec: { selector: null, strategy: {}, template: { metadata: {}, spec: { containers: null } } },
    status: {},
  },
  setDefaults(object) {
    object.spec ??= {};
    const { spec } = deployment(object);
    spec.replicas ??= 1;
    spec.template ??= {};
    spec.template.metadata ??= {};
    spec.template.spec ??= {};
    setPodSpecDefaults(spec.template.spec);
    spec.strategy ??= {};
    spec.strategy.type ??= 'RollingUpdate';
    if (spec.strategy.type === 'RollingUpdate') {
      spec.strategy.rollingUpdate ??= {};
      spec.strategy.rollingUpdate.maxUnavailable ??= '25%';
      spec.strategy.rollingUpdate.maxSurge ??= '25%';
    }
    spec.revisionHistoryLimit ??= 10;
    spec.progressDeadlineSeconds ??= 600;
  },
  prepareCreate(object) {
    object.status = {};
  },
  validate(object) {
    const { spec } = deployment(object);
    return [
      ...workloadProblems(deployment(object)),
      ...strategyProblems(spec.strategy),
      ...(spec.revisionHistoryLimit === undefined
        ? []
        : notNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit')),
      ...deadlineProblems(spec),
    ];
  },
  validateUpdate: (object, before) => selectorUpdateProblems(deployment(object), deployment(before)),
};

function strategyProblems(strategy: Workload['spec']['strategy']): FieldError[] {
  const { type = '', rollingUpdate } = strategy ?? {};
  const path = 'spec.strategy';
  if (!STRATEGIES.includes(type))
    return [notSupported(path, { Type: type, RollingUpdate: rollingUpdate ?? null }, STRATEGIES)];
  if (type === 'Recreate') {
    return rollingUpdate
      ? [forbiddenField(`${path}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")]
      : [];
  }
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
  const errors = [
    ...amountProblems(maxUnavailable, `${path}.rollingUpdate.maxUnavailable`),
    ...amountProblems(maxSurge, `${path}.rollingUpdate.maxSurge`),
  ];
  if (Number.parseInt(String(maxUnavailable), 10) === 0 && Number.parseInt(String(maxSurge), 10) === 0) {
    const why = 'may not be 0 when `maxSurge` is 0';
    errors.push(invalid(`${path}.rollingUpdate.maxUnavailable`, maxUnavailable, why));
  }
  if (typeof maxUnavailable === 'string' && Number.parseInt(maxUnavailable, 10) > 100) {
    errors.push(
      invalid(`${path}.rollingUpdate.maxUnavailable`, maxUnavailable, 'must not be greater than 100%'),
    );
  }
  return errors;
}

function amountProblems(amount: number | string, field: string): FieldError[] {
  if (typeof amount === 'number') return notNegative(amount, field);
  if (/^[0-9]+%$/.test(amount)) return [];
  const rule =
    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";
  return [invalid(field, amount, rule)];
}

function deadlineProblems({ progressDeadlineSeconds, minReadySeconds = 0 }: Workload['spec']): FieldError[] {
  if (progressDeadlineSeconds === undefined) return [];
  const field = 'spec.progressDeadlineSeconds';
  const errors = notNegative(progressDeadlineSeconds, field);
  if (progressDeadlineSeconds <= minReadySeconds) {
    errors.push(invalid(field, progressDeadlineSeconds, 'must be greater than minReadySeconds'));
  }
  return errors;
}
