import type { Checkpoints, Environment } from '../environment/environment';
import type { Fault } from './fault';
import { interceptCluster } from './plant/cluster';
import { standInForCub } from './plant/cub';
import { interceptHub } from './plant/hub';
import { sleepUntilStart } from './plant/sleep';
import { Soil } from './plant/soil';
import type { Strike } from './plant/strikes';

/** An environment in which one fault after the other can be planted. */
export interface FaultBed {
  /** Where no fault is planted, or none yet. */
  environment: Environment;
  /**
   * Plants a fault in the place of the one before.
   *
   * @param struck told each time the fault alters something
   * @returns the environment as a scenario meets it
   */
  plant(fault: Fault, struck?: (strike: Strike) => void): Environment;
}

/**
 * Prepares an environment that was started as usual for faults. Only traffic between its parts is altered; the parts
 * themselves know nothing of it.
 *
 * @throws RangeError when the environment is not embedded: faults are for test environments only
 */
export async function prepareForFaults(environment: Environment): Promise<FaultBed> {
  const checkpoints = checkpointsOf(environment);
  const soil = new Soil();
  const hub = await interceptHub(environment, soil.hub);
  const cluster = await interceptCluster(environment, soil.cluster);
  const cub = await standInForCub(hub.parts.cub, soil);
  const stop = async (): Promise<void> => {
    await environment.stop();
    for (const one of [hub, cluster, cub]) await one.stop();
  };
  const prepared = { ...environment, ...hub.parts, ...cluster.parts, stop };
  return {
    environment: prepared,
    plant(fault, struck = () => undefined) {
      const sleep = sleepUntilStart(checkpoints, fault.inSetUp);
      soil.plant(fault, { awake: sleep.awake, struck }, { hub: hub.upstream, cluster: cluster.upstream });
      return { ...prepared, ...(fault.cub ? cub.parts : {}), checkpoints: sleep.checkpoints };
    },
  };
}

function checkpointsOf({ hub, cluster, checkpoints }: Environment): Checkpoints {
  if (hub.kind === 'embedded' && cluster.kind === 'embedded' && checkpoints) return checkpoints;
  throw new RangeError(
    `faults are planted in the embedded environment only; this one has hub ${hub.kind}, cluster ${cluster.kind}`,
  );
}
