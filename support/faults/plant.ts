import type { Checkpoints, Environment } from '../environment/environment';
import type { Fault } from './fault';
import { plantInCluster } from './plant/cluster';
import { plantInCub } from './plant/cub';
import { plantInHub } from './plant/hub';
import type { Planted } from './plant/planted';
import { sleepUntilStart } from './plant/sleep';
import type { Strike } from './plant/strikes';

/**
 * Plants a fault in an environment that was started as usual. Only traffic between its parts is altered; the parts
 * themselves know nothing of it.
 *
 * @param struck told each time the fault alters something
 * @throws RangeError when the environment is not embedded: faults are for test environments only
 */
export async function plantFault(
  environment: Environment,
  fault: Fault,
  struck: (strike: Strike) => void = () => undefined,
): Promise<Environment> {
  const { awake, checkpoints } = sleepUntilStart(checkpointsOf(environment));
  const eyes = { awake: fault.inSetUp ? () => true : awake, struck };
  const planted: Planted[] = [];
  let altered: Environment = { ...environment, checkpoints };
  const add = async (one: Promise<Planted>): Promise<void> => {
    const made = await one;
    planted.push(made);
    altered = { ...altered, ...made.parts };
  };
  if (fault.hub) await add(plantInHub(altered, fault.hub, eyes));
  if (fault.cluster) await add(plantInCluster(altered, fault.cluster, eyes));
  if (fault.cub) await add(plantInCub(altered, fault.cub(), eyes));
  const stop = async (): Promise<void> => {
    await environment.stop();
    for (const one of planted) await one.stop();
  };
  return { ...altered, stop };
}

function checkpointsOf({ hub, cluster, checkpoints }: Environment): Checkpoints {
  if (hub.kind === 'embedded' && cluster.kind === 'embedded' && checkpoints) return checkpoints;
  throw new RangeError(
    `faults are planted in the embedded environment only; this one has hub ${hub.kind}, cluster ${cluster.kind}`,
  );
}
