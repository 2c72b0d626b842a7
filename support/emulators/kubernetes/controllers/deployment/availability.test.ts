import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createManualClock } from '../../clock/manual-clock';
import type { Controller } from '../loop/controller';
import { storeEffects } from '../loop/effects';
import { createMoments } from '../loop/moments';
import type { Pod } from '../objects/pod';
import type { Deployment } from '../objects/workloads';
import { isActive, isReady } from '../pods/pod-facts';
import { replicaSetController } from '../replica-set/controller';
import { current, deployment, podsOf, replicaSetsOf } from '../testing/cluster';
import { openTestStore } from '../testing/test-store';
import { deploymentController } from './controller';
import { fencepostsOf } from './fenceposts';

/** A cluster in which things happen in any order: each turn picks one of what could happen next. */
async function shuffledCluster(replicas: number, maxSurge: number | string, maxUnavailable: number | string) {
  const clock = createManualClock();
  const moments = createMoments(clock);
  const { store, close } = await openTestStore(clock.now);
  const effects = storeEffects(store, { record: () => undefined, forget: () => undefined });
  let names = 0;
  const suffix = () => `p${names++}`;

  function run(controller: Controller, name: string): void {
    const decision = controller.decide({ namespace: 'trading', name }, store, {
      now: clock.now(),
      moments,
      suffix,
    });
    for (const change of decision.changes) effects.carryOut(change);
  }

  function becomeReady(pod: Pod): void {
    const lastTransitionTime = clock.now().toISOString();
    const conditions = [{ type: 'Ready', status: 'True' as const, lastTransitionTime }];
    store.updateStatus({ ...pod, status: { phase: 'Running', conditions } });
  }

  /** All that could happen now, in a stable order. */
  function possible(): (() => void)[] {
    const unready = podsOf(store).filter((pod) => isActive(pod) && !isReady(pod));
    return [
      () => run(deploymentController, 'trade-service'),
      ...replicaSetsOf(store).map(
        ({ metadata }) =>
          () =>
            run(replicaSetController, metadata.name),
      ),
      ...unready.map((pod) => () => becomeReady(pod)),
    ];
  }

  store.create(deployment({ replicas, strategy: { rollingUpdate: { maxSurge, maxUnavailable } } }));
  return { store, possible, close };
}

describe('availability during a rolling update', () => {
  it('never falls below desired - maxUnavailable nor rises above desired + maxSurge, in whatever order', async function () {
    this.timeout(60_000);
    const share = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('10%', '25%', '50%', '100%'));
    const shares = fc.tuple(share, share).filter(([surge, unavailable]) => surge !== 0 || unavailable !== 0);
    const input = fc.record({
      replicas: fc.integer({ min: 1, max: 8 }),
      shares,
      turns: fc.array(fc.nat(), { minLength: 400, maxLength: 400 }),
      rollouts: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        input,
        async ({ replicas, shares: [surgeShare, unavailableShare], turns, rollouts }) => {
          const { store, possible, close } = await shuffledCluster(replicas, surgeShare, unavailableShare);
          const active = () => podsOf(store).filter(isActive);
          const turn = (choice: number) => {
            const choices = possible();
            choices[choice % choices.length]?.();
          };
          const isDone = () => current(store).status?.availableReplicas === replicas;
          for (let choice = 0; !isDone(); choice++) turn(choice);

          const { surge, unavailable } = fencepostsOf(current(store));
          let version = 1;
          for (const [index, choice] of turns.entries()) {
            if (rollouts.includes(index)) store.update(withImage(current(store), `v${++version}`));
            turn(choice);
            const available = active().filter(isReady).length;
            assert.ok(
              available >= replicas - unavailable,
              `${available} of ${replicas} available in turn ${index}`,
            );
            const wanted = replicaSetsOf(store).reduce((total, { spec }) => total + (spec.replicas ?? 0), 0);
            assert.ok(wanted <= replicas + surge, `${wanted} pods wanted for ${replicas} in turn ${index}`);
          }

          const isSettled = () =>
            current(store).status?.conditions?.some(({ reason }) => reason === 'NewReplicaSetAvailable');
          for (let choice = 0; !isSettled() && choice < 5_000; choice++) turn(choice);
          assert.deepEqual(
            new Set(active().map(({ spec }) => spec.containers[0]?.image)),
            new Set([imageOf(version)]),
          );
          assert.equal(active().length, replicas);
          await close();
        },
      ),
      { numRuns: 40 },
    );
  });
});

const imageOf = (tag: string | number) =>
  `ghcr.io/finos/traderx/trade-service:v${String(tag).replace('v', '')}`;

function withImage(before: Deployment, tag: string): Deployment {
  const { template } = deployment({}, { image: imageOf(tag) }).spec as Deployment['spec'];
  return { ...before, spec: { ...before.spec, template } };
}
