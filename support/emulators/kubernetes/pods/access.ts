/** How a container reaches the API server: what is mounted under `/var/run/secrets/kubernetes.io/serviceaccount`. */
export interface ClusterAccess {
  /** `https://127.0.0.1:PORT` */
  server: string;
  /** The certificate authority, PEM. */
  ca: string;
  /** A bearer token of the pod's service account. */
  token: string;
}
