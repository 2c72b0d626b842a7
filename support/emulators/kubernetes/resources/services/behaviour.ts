import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';
import { label1035Problems } from '../metadata/names';
import type { Service } from '../model';
import { serviceProblems, serviceUpdateProblems } from './validation';

const service = (object: KubeObject): Service => object as Service;

/** Services; their addresses are given out by the registry, which knows which are taken. */
export const services: Behaviour = {
  name: label1035Problems,
  empty: { spec: {}, status: { loadBalancer: {} } },
  setDefaults(object) {
    object.spec ??= {};
    const { spec } = service(object);
    spec.sessionAffinity ??= 'None';
    spec.type ??= 'ClusterIP';
    for (const port of spec.ports ?? []) {
      port.protocol ??= 'TCP';
      if (port.targetPort === undefined || port.targetPort === '' || port.targetPort === 0)
        port.targetPort = port.port;
    }
    if (spec.type === 'ExternalName') return;
    spec.internalTrafficPolicy ??= 'Cluster';

    if (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer') return;
    spec.externalTrafficPolicy ??= 'Cluster';
    if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
  },
  prepareCreate(object) {
    object.status = { loadBalancer: {} };
  },
  prepareUpdate(object, before) {
    const { spec } = service(object);
    const old = service(before).spec;
    if (spec.type === 'ExternalName') return;
    spec.clusterIP ??= old.clusterIP;
    spec.clusterIPs ??= old.clusterIPs;
    spec.ipFamilies ??= old.ipFamilies;
    spec.ipFamilyPolicy ??= old.ipFamilyPolicy;
    for (const port of spec.ports ?? []) {
      const same = old.ports?.find(
        ({ port: number, protocol }) => number === port.port && protocol === port.protocol,
      );
      if (port.nodePort === undefined && same?.nodePort && spec.type !== 'ClusterIP')
        port.nodePort = same.nodePort;
    }
  },
  validate: (object) => serviceProblems(service(object)),
  validateUpdate: (object, before) => serviceUpdateProblems(service(object), service(before)),
};
