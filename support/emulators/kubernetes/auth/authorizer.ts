import type { BindingObject, RoleObject, Rule } from '../resources/rbac/behaviours';
import { ApiError } from '../status/api-error';
import type { ClusterStore } from '../store/cluster-store';
import type { User } from './user';

/** What someone wants to do, in the words of RBAC. */
export interface Attempt {
  verb: string;
  group?: string;
  /** `pods`, `pods/log` */
  resource?: string;
  name?: string;
  namespace?: string;
  /** Instead of a resource: `/version`. */
  path?: string;
}

const ALWAYS_OPEN = ['/', '/version', '/healthz', '/livez', '/readyz', '/api', '/apis', '/openapi'];

/** Whether a user may do something, by the roles and bindings in the cluster. Administrators may do everything. */
export function mayDo(store: Pick<ClusterStore, 'get' | 'list'>, user: User, attempt: Attempt): boolean {
  if (user.groups.includes('system:masters')) return true;
  if (attempt.path !== undefined && isOpen(attempt.path, user)) return true;
  return rulesOf(store, user, attempt.namespace).some((rule) => allows(rule, attempt));
}

function isOpen(path: string, user: User): boolean {
  const open = user.groups.includes('system:authenticated')
    ? ALWAYS_OPEN
    : ['/version', '/healthz', '/livez', '/readyz'];
  return open.some((prefix) => path === prefix || (prefix !== '/' && path.startsWith(`${prefix}/`)));
}

/** All rules that hold for a user, in the whole cluster and in one namespace. */
export function rulesOf(store: Pick<ClusterStore, 'get' | 'list'>, user: User, namespace?: string): Rule[] {
  const rbac = 'rbac.authorization.k8s.io';
  const everywhere = store.list<BindingObject>(`clusterrolebindings.${rbac}`);
  const here = namespace ? store.list<BindingObject>(`rolebindings.${rbac}`, namespace) : [];
  return [...everywhere, ...here]
    .filter((binding) => binds(binding, user))
    .flatMap(({ roleRef, metadata }) => {
      const role =
        roleRef.kind === 'Role'
          ? store.get<RoleObject>(`roles.${rbac}`, roleRef.name ?? '', metadata.namespace)
          : store.get<RoleObject>(`clusterroles.${rbac}`, roleRef.name ?? '');
      return role?.rules ?? [];
    });
}

function binds({ subjects = [], metadata }: BindingObject, user: User): boolean {
  return subjects.some((subject) => {
    if (subject.kind === 'User') return subject.name === user.name;
    if (subject.kind === 'Group') return user.groups.includes(subject.name);
    return user.name === `system:serviceaccount:${subject.namespace ?? metadata.namespace}:${subject.name}`;
  });
}

function allows(rule: Rule, attempt: Attempt): boolean {
  const has = (list: string[] | undefined, value: string): boolean =>
    list?.some((entry) => entry === '*' || entry === value) ?? false;
  if (!has(rule.verbs, attempt.verb)) return false;
  if (attempt.path !== undefined) {
    const path = attempt.path;
    return (rule.nonResourceURLs ?? []).some((url) =>
      url.endsWith('*') ? path.startsWith(url.slice(0, -1)) : url === path,
    );
  }
  const resource = attempt.resource ?? '';
  const subresource = resource.split('/')[1];
  const covered =
    has(rule.resources, resource) || (subresource !== undefined && has(rule.resources, `*/${subresource}`));
  const named =
    !rule.resourceNames?.length || (attempt.name !== undefined && rule.resourceNames.includes(attempt.name));
  return has(rule.apiGroups, attempt.group ?? '') && covered && named;
}

/** The 403 for what a user may not do. */
export function refusal(user: User, attempt: Attempt): ApiError {
  const who = `User ${JSON.stringify(user.name)}`;
  if (attempt.path !== undefined) {
    const text = `forbidden: ${who} cannot ${attempt.verb} path ${JSON.stringify(attempt.path)}`;
    return new ApiError(403, 'Forbidden', text, {});
  }
  const { group = '', resource = '', name, namespace, verb } = attempt;
  const plural = resource.split('/')[0] ?? '';
  const qualified = group ? `${plural}.${group}` : plural;
  const what = name ? `${qualified} ${JSON.stringify(name)}` : qualified;
  const where = namespace ? `in the namespace ${JSON.stringify(namespace)}` : 'at the cluster scope';
  const text = `${what} is forbidden: ${who} cannot ${verb} resource ${JSON.stringify(resource)} in API group ${JSON.stringify(group)} ${where}`;
  return new ApiError(403, 'Forbidden', text, {
    ...(name ? { name } : {}),
    ...(group ? { group } : {}),
    kind: plural,
  });
}
