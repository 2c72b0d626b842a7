import type { Controllers, ControllersOptions } from './controllers';
import { deploymentController } from './deployment/controller';
import { endpointsController } from './endpoints/controller';
import { storeEffects } from './loop/effects';
import { createEventRecorder } from './loop/event-recorder';
import { startLoop } from './loop/loop';
import { randomSuffix, risingNames } from './names';
import { replicaSetController } from './replica-set/controller';
import { scheduler } from './scheduler/controller';

/** Starts everything that moves in the cluster: Deployments, ReplicaSets, Services, the scheduler and the node's pods. */
export function startControllers({ store, clock, pods, log }: ControllersOptions): Controllers {
  const recorder = createEventRecorder(store, clock.now, risingNames(clock.now));
  const effects = storeEffects(store, recorder);
  const controllers = [deploymentController, replicaSetController, endpointsController, scheduler];
  const loop = startLoop({ reader: store, controllers, effects, clock, suffix: randomSuffix, log });
  pods.start(effects);
  return {
    resync() {
      recorder.forget();
      pods.restart();
      loop.resync();
    },
    async stop() {
      loop.stop();
      await pods.stop();
    },
  };
}
