import type { KubeObject } from '../../store/kube-object';

/** A port of a Service. */
export interface ServicePort {
  name?: string;
  port: number;
  targetPort?: number | string;
  protocol?: string;
  appProtocol?: string;
}

/** A Service. */
export interface Service extends KubeObject {
  spec: {
    selector?: Record<string, string>;
    ports?: ServicePort[];
    clusterIP?: string;
    type?: string;
    publishNotReadyAddresses?: boolean;
  };
}

/** One address behind a Service. */
export interface EndpointAddress {
  ip: string;
  nodeName?: string;
  targetRef?: { kind: string; namespace?: string; name: string; uid: string };
}

/** Addresses that share their ports. */
export interface EndpointSubset {
  addresses?: EndpointAddress[];
  notReadyAddresses?: EndpointAddress[];
  ports?: { name?: string; port: number; protocol: string; appProtocol?: string }[];
}

/** What stands behind a Service, in the older form. */
export interface Endpoints extends KubeObject {
  subsets?: EndpointSubset[];
}

/** What stands behind a Service, in the newer form. */
export interface EndpointSlice extends KubeObject {
  addressType: string;
  endpoints:
    | {
        addresses: string[];
        conditions: { ready: boolean; serving: boolean; terminating: boolean };
        nodeName?: string;
        targetRef?: EndpointAddress['targetRef'];
      }[]
    | null;
  ports: { name: string; port: number; protocol: string; appProtocol?: string }[] | null;
}
