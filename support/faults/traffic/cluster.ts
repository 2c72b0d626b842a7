import type { V1Deployment } from '@kubernetes/client-node';
import type { Interception } from '../interceptor/exchange';
import { asks } from './on';

/** Alters what the cluster answers about Deployments, one by one or in a list; what a watch tells passes. */
export function alterDeployments(alter: (deployment: V1Deployment) => void): Interception {
  return {
    reply(exchange, reply) {
      if (reply.status >= 300) return;
      const one = asks(exchange, 'GET', '/apis/apps/v1/namespaces/*/deployments/*');
      const list = asks(exchange, 'GET', '/apis/apps/v1/namespaces/*/deployments');
      if (!one && !list) return;
      const answer = JSON.parse(reply.body) as V1Deployment & { items?: V1Deployment[] };
      for (const deployment of answer.items ?? [answer]) alter(deployment);
      reply.body = JSON.stringify(answer);
    },
  };
}
