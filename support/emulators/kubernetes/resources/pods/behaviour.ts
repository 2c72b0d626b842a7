import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';
import type { Pod } from '../model';
import { admitPod, qosClass } from './admission';
import { setPodSpecDefaults } from './defaults';
import { podSpecProblems, podUpdateProblems } from './validation';

const pod = (object: KubeObject): Pod => object as Pod;

/** Pods. */
export const pods: Behaviour = {
  empty: { spec: { containers: null }, status: {} },
  setDefaults(object) {
    object.spec ??= {};
    setPodSpecDefaults(pod(object).spec);
    pod(object).spec.enableServiceLinks ??= true;
  },
  prepareCreate(object) {
    admitPod(pod(object));
    object.status = { phase: 'Pending', qosClass: qosClass(pod(object).spec) };
  },
  validate: (object) => podSpecProblems(pod(object).spec, 'spec'),
  validateUpdate: (object, before) => podUpdateProblems(pod(object), pod(before)),
};
