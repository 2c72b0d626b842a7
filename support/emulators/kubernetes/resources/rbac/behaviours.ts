import { isDeepStrictEqual } from 'node:util';
import { type FieldError, invalid, notSupported, required } from '../../status/field-error';
import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';
import { pathSegmentProblems } from '../metadata/names';

/** A rule of a role. */
export interface Rule {
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
  verbs?: string[];
}

/** Role or ClusterRole. */
export interface RoleObject extends KubeObject {
  rules?: Rule[] | null;
}

/** RoleBinding or ClusterRoleBinding. */
export interface BindingObject extends KubeObject {
  roleRef: { apiGroup?: string; kind?: string; name?: string };
  subjects?: { apiGroup?: string; kind: string; name: string; namespace?: string }[];
}

const RBAC = 'rbac.authorization.k8s.io';
const SUBJECTS = ['Group', 'ServiceAccount', 'User'];

/** Roles and ClusterRoles. */
export const roles: Behaviour = {
  name: pathSegmentProblems,
  empty: { rules: null },
  setDefaults(object) {
    (object as RoleObject).rules ??= null;
  },
  validate(object) {
    return ((object as RoleObject).rules ?? []).flatMap((rule, index) => {
      const at = `rules[${index}]`;
      if (!rule.verbs?.length) return [required(`${at}.verbs`)];
      if (rule.nonResourceURLs) return [];
      return [
        ...(rule.apiGroups
          ? []
          : [required(`${at}.apiGroups`, 'resource rules must supply at least one api group')]),
        ...(rule.resources
          ? []
          : [required(`${at}.resources`, 'resource rules must supply at least one resource')]),
      ];
    });
  },
};

/** RoleBindings and ClusterRoleBindings. */
export const bindings: Behaviour = {
  name: pathSegmentProblems,
  empty: { roleRef: { apiGroup: '', kind: '', name: '' } },
  setDefaults(object) {
    const binding = object as BindingObject;
    binding.roleRef ??= {};
    binding.roleRef.apiGroup ??= RBAC;
    for (const subject of binding.subjects ?? []) {
      if (subject.kind !== 'ServiceAccount') subject.apiGroup ??= RBAC;
    }
  },
  validate: (object) => bindingProblems(object as BindingObject),
  validateUpdate(object, before) {
    const { roleRef } = object as BindingObject;
    return isDeepStrictEqual(roleRef, (before as BindingObject).roleRef)
      ? []
      : [invalid('roleRef', goNames(roleRef), 'field is immutable')];
  },
};

/** The API server tells this value by the names of its Go fields. */
function goNames({ apiGroup, kind, name }: BindingObject['roleRef']): object {
  return { APIGroup: apiGroup, Kind: kind, Name: name };
}

function bindingProblems({ kind, roleRef, subjects = [] }: BindingObject): FieldError[] {
  const errors: FieldError[] = [];
  const kinds = kind === 'ClusterRoleBinding' ? ['ClusterRole'] : ['ClusterRole', 'Role'];
  if (roleRef.apiGroup !== RBAC) errors.push(notSupported('roleRef.apiGroup', roleRef.apiGroup, [RBAC]));
  if (!kinds.includes(roleRef.kind ?? ''))
    errors.push(notSupported('roleRef.kind', roleRef.kind ?? '', kinds));
  if (!roleRef.name) errors.push(required('roleRef.name'));
  for (const [index, subject] of subjects.entries()) {
    const at = `subjects[${index}]`;
    if (!subject.name) errors.push(required(`${at}.name`));
    if (!SUBJECTS.includes(subject.kind)) errors.push(notSupported(`${at}.kind`, subject.kind, SUBJECTS));
    if (subject.kind === 'ServiceAccount' && !subject.namespace && kind === 'ClusterRoleBinding') {
      errors.push(required(`${at}.namespace`));
    }
  }
  return errors;
}
