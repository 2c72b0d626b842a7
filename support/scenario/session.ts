import { rmSync } from 'node:fs';
import type { Connection } from '../cluster/connection';
import { type Capabilities, capabilitiesOf } from '../cub/capabilities';
import { type Environment, type Keep, readSettings, startEnvironment } from '../environment';
import { scratchFolder } from '../environment/scratch/scratch';
import { type FaultyEnvironment, plantNamed } from '../faults';
import { createRedactor, type Redactor } from '../report/redact';
import { rememberIn } from '../report/secrets-file';
import type { HubView } from '../tutorial/hub';
import type { WorkerHost } from '../tutorial/tutorial';
import { workersFor } from '../tutorial/workers-for';
import type { Pictures } from './as-it-was';
import { knownSecrets } from './known-secrets';

/** Emulated waits are this many times shorter in tests; what waits for a real cluster gets its full time. */
const PACE = { emulated: '200', real: '1' };

/** What all scenarios of one process share: the environment that they run against, one after the other. */
export interface Session {
  environment: Environment;
  /** To its cluster. */
  connection: Connection;
  can: Capabilities;
  redactor: Redactor;
  workers: WorkerHost;
  keep: Keep;
  /** How things look at the starting points that were taken back from a checkpoint. */
  pictures: Map<string, Promise<Pictures>>;
  /** The units at those points, which what is seen later is compared with. */
  units: Map<string, HubView>;
  /** Plants the fault that a scenario is to meet, if it is to meet one. */
  plantFor: FaultyEnvironment['plantFor'];
  end(): Promise<void>;
}

/** The session as a scenario meets it: where a fault is planted for it, with that, and with nothing seen before. */
export function facing(session: Session, scenario: string): Session {
  const environment = session.plantFor(scenario);
  return environment ? { ...session, environment, pictures: new Map(), units: new Map() } : session;
}

/** Starts the environment that the variables choose, in a folder of its own. */
export async function openSession(variables: NodeJS.ProcessEnv): Promise<Session> {
  const { MTX_SECRETS_FILE, ...chosen } = variables;
  const redactor = createRedactor([], rememberIn(MTX_SECRETS_FILE));
  const stateDir = scratchFolder();
  const heard: string[] = [];
  const forget = (): void => rmSync(stateDir, { recursive: true, force: true });
  try {
    const pace = readSettings(chosen).cluster.kind === 'embedded' ? PACE.emulated : PACE.real;
    const settings = readSettings({ MTX_PACE: pace, ...chosen });
    const started = await startEnvironment(settings, {
      stateDir,
      env: chosen,
      log: (line) => void heard.push(line),
    });
    const { environment, plantFor } = await plantNamed(started, chosen);
    for (const secret of knownSecrets(environment, chosen)) redactor.add(secret);
    const driven = { ...environment.cub, transcript: () => undefined, masking: redactor };
    const can = await capabilitiesOf(driven);
    const workers = workersFor(environment, driven, can);
    const end = async (): Promise<void> => {
      await environment.stop();
      forget();
    };
    const keep = settings.keep ?? 'never';
    // Not before it is needed: the process that hands scenarios out loads the steps, and never opens a session.
    const { Connection } = require('../cluster/connection') as typeof import('../cluster/connection');
    const connection = new Connection(environment.cluster.kubeconfig, environment.cluster.context);
    return {
      environment,
      connection,
      can,
      redactor,
      workers,
      keep,
      pictures: new Map(),
      units: new Map(),
      plantFor,
      end,
    };
  } catch (error) {
    forget();
    const told = error instanceof Error ? error.message : String(error);
    throw new Error([told, ...heard.slice(-20)].join('\n'), { cause: error });
  }
}
