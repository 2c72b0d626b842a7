import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';

const ALWAYS_TOLD = {
  eventTime: null,
  firstTimestamp: null,
  lastTimestamp: null,
  reportingComponent: '',
  reportingInstance: '',
  source: {},
};

/** Events: what they do not say is told all the same, as the API does it. */
export const events: Behaviour = {
  empty: { ...ALWAYS_TOLD, involvedObject: {} },
  setDefaults(object: KubeObject) {
    for (const [field, value] of Object.entries(ALWAYS_TOLD)) object[field] ??= structuredClone(value);
  },
};
