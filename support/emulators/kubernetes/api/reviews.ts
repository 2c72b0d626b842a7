import { type Attempt, mayDo, rulesOf } from '../auth/authorizer';
import type { User } from '../auth/user';
import type { Rule } from '../resources/rbac/behaviours';
import type { Exchange } from '../server/exchange';
import { badRequest } from '../status/refusals';
import type { KubeObject } from '../store/kube-object';
import type { ApiContext } from './context';
import { decodeObject, placeObject } from './decode-object';
import { writeParameters } from './options';
import type { Target } from './target';
import { readDocument } from './write';

interface AccessReview extends KubeObject {
  spec?: {
    user?: string;
    groups?: string[];
    resourceAttributes?: {
      namespace?: string;
      verb?: string;
      group?: string;
      resource?: string;
      subresource?: string;
      name?: string;
    };
    nonResourceAttributes?: { path?: string; verb?: string };
    namespace?: string;
    token?: string;
  };
}

/** POST of a review: answered, not kept. Who am I, what may I do, whose token is this. */
export async function answerReview(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  user: User,
): Promise<void> {
  const { fieldValidation } = writeParameters(exchange, 'CreateOptions');
  const body = await readDocument(exchange);
  if (body === undefined) throw badRequest('the request has no body');
  const review = decodeObject(exchange, target.definition, body, fieldValidation) as AccessReview;
  placeObject(review, target.namespace, undefined);
  exchange.send(201, { ...review, status: statusOf(context, review, user) });
}

function statusOf(context: ApiContext, review: AccessReview, user: User): object {
  switch (review.kind) {
    case 'SelfSubjectReview':
      return { userInfo: { username: user.name, groups: user.groups } };
    case 'TokenReview': {
      const found = context.tokens.userOf(review.spec?.token ?? '');
      return found
        ? { authenticated: true, user: { username: found.name, groups: found.groups } }
        : { user: {}, error: 'the token is unknown' };
    }
    case 'SelfSubjectRulesReview':
      return rulesStatus(context, review, user);
    case 'SelfSubjectAccessReview':
      return accessStatus(context, review, user);
    default:
      return accessStatus(context, review, {
        name: review.spec?.user ?? '',
        groups: review.spec?.groups ?? [],
      });
  }
}

function accessStatus(context: ApiContext, review: AccessReview, user: User): object {
  const { resourceAttributes, nonResourceAttributes } = review.spec ?? {};
  if (!resourceAttributes === !nonResourceAttributes) {
    throw badRequest('exactly one of spec.resourceAttributes and spec.nonResourceAttributes must be set');
  }
  const { subresource, resource = '', verb = '', ...rest } = resourceAttributes ?? {};
  const attempt: Attempt = resourceAttributes
    ? { ...rest, verb, resource: subresource ? `${resource}/${subresource}` : resource }
    : { verb: nonResourceAttributes?.verb ?? '', path: nonResourceAttributes?.path ?? '' };
  return { allowed: mayDo(context.registry, user, attempt) };
}

function rulesStatus(context: ApiContext, review: AccessReview, user: User): object {
  const everything: Rule = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };
  const isAdmin = user.groups.includes('system:masters');
  const rules = isAdmin ? [everything] : rulesOf(context.registry, user, review.spec?.namespace);
  return {
    resourceRules: rules.filter(({ resources }) => resources),
    nonResourceRules: isAdmin
      ? [{ verbs: ['*'], nonResourceURLs: ['*'] }]
      : rules.filter(({ nonResourceURLs }) => nonResourceURLs),
    incomplete: false,
  };
}
