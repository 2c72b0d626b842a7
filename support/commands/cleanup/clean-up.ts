import { labState } from '../../environment/lab';
import { readSettings } from '../../environment/settings/read';
import { removeEverything } from '../../tutorial/remove-everything';
import { openTutorial } from '../open-tutorial';

/**
 * Removes what the tutorial has made, in the hub and in the cluster, and says what. The environment itself stays; a
 * lab that was never started is not started for this.
 */
export async function cleanUp(env: NodeJS.ProcessEnv, say: (sentence: string) => void): Promise<void> {
  const { hub, cluster } = readSettings(env);
  const { servers } = await labState({ env });
  const untouched =
    hub.kind === 'embedded' && cluster.kind === 'embedded' && servers.every(({ record }) => !record);
  if (untouched) return say('There is nothing to remove.');
  const { tutorial, environment } = await openTutorial(env, say);
  await removeEverything(tutorial);
  await environment.stop();
}
