/** How to reach one cluster. Certificates and keys are PEM texts. */
export interface KubeAccess {
  /** `https://host:port` */
  server: string;
  ca?: string;
  token?: string;
  certificate?: string;
  key?: string;
  insecure?: boolean;
}

/** A cluster that cannot be reached as configured; the message says why and never holds a credential. */
export class AccessError extends Error {
  override name = 'AccessError';
}
