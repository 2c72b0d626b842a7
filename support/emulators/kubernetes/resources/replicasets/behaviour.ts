import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';
import { selectorUpdateProblems, workloadProblems } from '../deployments/workload-validation';
import type { Workload } from '../model';
import { setPodSpecDefaults } from '../pods/defaults';

const replicaSet = (object: KubeObject): Workload => object as Workload;

/** ReplicaSets. */
export const replicasets: Behaviour = {
  empty: {
    spec: { selector: null, template: { metadata: {}, spec: { containers: null } } },
    status: { replicas: 0 },
  },
  setDefaults(object) {
    object.spec ??= {};
    const { spec } = replicaSet(object);
    spec.replicas ??= 1;
    spec.template ??= {};
    spec.template.metadata ??= {};
    spec.template.spec ??= {};
    setPodSpecDefaults(spec.template.spec);
  },
  prepareCreate(object) {
    object.status = { replicas: 0 };
  },
  validate: (object) => workloadProblems(replicaSet(object)),
  validateUpdate: (object, before) => selectorUpdateProblems(replicaSet(object), replicaSet(before)),
};
