import { Cluster } from '../cluster/cluster';
import { Connection } from '../cluster/connection';
import { capabilitiesOf } from '../cub/capabilities';
import { Cub } from '../cub/cub';
import type { CubSettings } from '../cub/run';
import type { CommandRecord, Transcript } from '../cub/transcript';
import type { Environment } from '../environment';
import { openLab } from '../environment/lab';
import { createRedactor } from '../report/redact';
import { HubMemory } from '../tutorial/hub';
import { Names } from '../tutorial/names';
import type { Tutorial } from '../tutorial/tutorial';
import { workersFor } from '../tutorial/workers-for';

/** The tutorial in the lasting environment, and that environment. */
export interface OpenTutorial {
  tutorial: Tutorial;
  environment: Environment;
}

/**
 * Opens the lasting environment for a single command; what of it does not run is started.
 *
 * @param narrate is told what the verbs do
 * @param transcript is told each command that they run
 */
export async function openTutorial(
  env: NodeJS.ProcessEnv,
  narrate: (sentence: string) => void,
  transcript: Transcript = () => undefined,
): Promise<OpenTutorial> {
  const environment = await openLab({
    env,
    log: (line) => {
      if (line.startsWith('hub started'))
        narrate('(The lab was started, or anew as its programs have changed.)');
    },
  });
  return { tutorial: await tutorialIn(environment, narrate, { transcript }), environment };
}

/** The tutorial in an environment; `start` carries commands out in another way than the environment asks for. */
export async function tutorialIn(
  environment: Environment,
  narrate: (sentence: string) => void,
  { transcript = () => undefined, start }: { transcript?: Transcript; start?: CubSettings['start'] } = {},
): Promise<Tutorial> {
  const { cub, cluster, prefix } = environment;
  const memory = new HubMemory();
  const settings: CubSettings = {
    ...cub,
    ...(start && { start }),
    transcript: (record: CommandRecord) => {
      memory.witness(record);
      transcript(record);
    },
    masking: createRedactor(),
  };
  const can = await capabilitiesOf(settings);
  return {
    cub: new Cub(settings, can),
    cluster: new Cluster(new Connection(cluster.kubeconfig, cluster.context), {
      transcript: () => undefined,
    }),
    names: new Names(prefix),
    can,
    memory,
    workers: workersFor(environment, settings, can),
    narrate,
    patience: 60_000,
  };
}
