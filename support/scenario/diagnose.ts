import type { CoreV1Event, V1Deployment, V1Pod } from '@kubernetes/client-node';
import { kinds } from '../cluster/kinds';
import { describeRollout, rolloutOf } from '../cluster/rollout';
import { describeCause } from '../tutorial/diagnosis/causes';
import { causesOfFailure } from '../tutorial/diagnosis/diagnose';
import { lookAtHub } from '../tutorial/hub';
import type { Tutorial } from '../tutorial/tutorial';

/** How something looked when a scenario failed. */
export interface State {
  title: string;
  text: string;
}

/**
 * Looks at everything that helps to understand a failure; what cannot be seen says why.
 *
 * @param message what the failing step said
 */
export async function diagnose(tutorial: Tutorial, message = ''): Promise<State[]> {
  return Promise.all([
    seen('Likely causes', async () => (await causesOfFailure(tutorial, message)).map(describeCause)),
    seen('Units in ConfigHub', () => unitsNow(tutorial)),
    seen('Deployments in the cluster', () => deploymentsNow(tutorial)),
    seen('Pods in the cluster', () => podsNow(tutorial)),
    seen('Events in the cluster', () => eventsNow(tutorial)),
  ]);
}

async function seen(title: string, look: () => Promise<string[]>): Promise<State> {
  try {
    return { title, text: (await look()).join('\n') || 'none' };
  } catch (error) {
    return { title, text: `could not be seen: ${(error as Error).message}` };
  }
}

async function unitsNow(tutorial: Tutorial): Promise<string[]> {
  return (await lookAtHub(tutorial)).units.map(({ space, slug, head, live, target, event, description }) => {
    const last = event
      ? `${event.action} ${event.status} ${event.result} ${event.message}`.trim()
      : 'nothing yet';
    return `${space}/${slug}: revision ${head}, in the cluster ${live}, target ${target ?? 'none'}; ${last}; ${description}`;
  });
}

async function deploymentsNow({ cluster }: Tutorial): Promise<string[]> {
  const all = await cluster.list<V1Deployment>(kinds.deployment);
  return all.map((one) => `${one.metadata?.namespace}: ${describeRollout(rolloutOf(one))}`);
}

async function podsNow({ cluster }: Tutorial): Promise<string[]> {
  const all = await cluster.list<V1Pod>(kinds.pod);
  return all.map(({ metadata, status }) => {
    const waiting = status?.containerStatuses?.flatMap(({ state }) => state?.waiting?.reason ?? []) ?? [];
    return `${metadata?.namespace}/${metadata?.name}: ${status?.phase} ${waiting.join(' ')}`.trim();
  });
}

async function eventsNow({ cluster }: Tutorial): Promise<string[]> {
  const all = await cluster.list<CoreV1Event>(kinds.event);
  return all
    .slice(-40)
    .map(({ metadata, involvedObject, reason, message }) =>
      `${metadata.namespace}/${involvedObject.name}: ${reason}: ${message}`.trim(),
    );
}
