import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';
import { labelProblems } from '../metadata/names';

interface Namespace extends KubeObject {
  spec: { finalizers?: string[] };
  status: { phase?: string; conditions?: object[] };
}

/** Namespaces. */
export const namespaces: Behaviour = {
  name: labelProblems,
  empty: { spec: {}, status: {} },
  setDefaults(object) {
    object.spec ??= {};
    object.metadata.labels = {
      ...object.metadata.labels,
      'kubernetes.io/metadata.name': object.metadata.name,
    };
  },
  prepareCreate(object) {
    (object as Namespace).spec.finalizers = ['kubernetes'];
    object.status = { phase: 'Active' };
  },
  prepareUpdate(object, before) {
    object.spec = before.spec;
  },
};
