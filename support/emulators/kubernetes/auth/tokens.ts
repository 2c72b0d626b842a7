import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ClusterStore } from '../store/cluster-store';
import { ADMIN, serviceAccountUser, type User } from './user';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Claims {
  sub?: string;
  exp?: number;
}

/** Bearer tokens: the administrator's, and those of service accounts, which are signed and not kept. */
export class Tokens {
  /**
   * @param adminToken the token in the kubeconfig
   * @param key signs tokens of service accounts
   * @param store to see whether a service account still exists
   */
  constructor(
    private readonly adminToken: string,
    private readonly key: string,
    private readonly store: Pick<ClusterStore, 'get'>,
    private readonly now: () => Date,
  ) {}

  /** A token of a service account; without `seconds` it does not expire. */
  issue(namespace: string, serviceAccount: string, seconds?: number): string {
    const issued = Math.floor(this.now().getTime() / 1000);
    const payload = {
      iss: 'https://kubernetes.default.svc.cluster.local',
      sub: `system:serviceaccount:${namespace}:${serviceAccount}`,
      iat: issued,
      ...(seconds === undefined ? {} : { exp: issued + seconds }),
    };
    const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
    return `${body}.${this.sign(body)}`;
  }

  /** Whose token it is; undefined when nobody's. */
  userOf(token: string): User | undefined {
    if (isSame(token, this.adminToken)) return ADMIN;
    const [header, payload, signature] = token.split('.');
    if (!header || !payload || !signature || !isSame(signature, this.sign(`${header}.${payload}`)))
      return undefined;
    const { sub, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    if (exp !== undefined && exp * 1000 < this.now().getTime()) return undefined;
    const [, , namespace, name] = sub?.split(':') ?? [];
    if (!namespace || !name || !this.store.get('serviceaccounts', name, namespace)) return undefined;
    return serviceAccountUser(namespace, name);
  }

  private sign(body: string): string {
    return createHmac('sha256', this.key).update(body).digest('base64url');
  }
}

function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
