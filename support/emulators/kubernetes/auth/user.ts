/** Who sends a request. */
export interface User {
  name: string;
  uid?: string;
  groups: string[];
}

/** The owner of the token in the kubeconfig, who may do everything. */
export const ADMIN: User = { name: 'kubernetes-admin', groups: ['system:masters', 'system:authenticated'] };

/** Who sends a request without credentials: may ask for version and health. */
export const ANONYMOUS: User = { name: 'system:anonymous', groups: ['system:unauthenticated'] };

/** A service account as a user. */
export function serviceAccountUser(namespace: string, name: string): User {
  return {
    name: `system:serviceaccount:${namespace}:${name}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
  };
}
