import { describeRollout, type Rollout } from '../../cluster/rollout';
import type { Tutorial } from '../tutorial';
import type { Findings } from './finding';

/** Checks a service that should run in a namespace, with so many replicas. */
export async function checkRunning(
  findings: Findings,
  tutorial: Tutorial,
  service: { namespace: string; name: string; replicas: number; settings?: Record<string, string> },
): Promise<void> {
  const { namespace, name, replicas, settings = {} } = service;
  const rollout = await tutorial.cluster.rollout(namespace, name);
  const what = `${name} in namespace ${namespace}`;
  if (!findings.expect(what, 'a Deployment', rollout && 'a Deployment') || !rollout) return;
  findings.expect(`${what}, replicas`, replicas, rollout.wanted);
  findings.expect(`${what}, rollout`, 'complete', rollout.settled ? 'complete' : describeRollout(rollout));
  checkSettings(findings, what, rollout, settings);
}

function checkSettings(
  findings: Findings,
  what: string,
  rollout: Rollout,
  settings: Record<string, string>,
): void {
  for (const [name, value] of Object.entries(settings)) {
    findings.expect(`${what}, ${name}`, value, rollout.settings[name]);
  }
}
