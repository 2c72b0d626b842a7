import type { Environment } from '../../environment';
import type { Tutorial } from '../../tutorial/tutorial';
import { openTutorial } from '../open-tutorial';
import { createNarrator } from './narrator';

/** What a command has to work with. */
export interface Narrated {
  tutorial: Tutorial;
  environment: Environment;
  say(sentence: string): void;
}

/**
 * Runs one of the tutorial's commands in the lasting environment, which starts by itself.
 *
 * @param work gives whether all is well
 * @returns the exit code: 0 when all is well, else 1; what went wrong was told
 */
export async function runNarrated(
  { env, stdout, stderr }: Pick<NodeJS.Process, 'env' | 'stdout' | 'stderr'>,
  work: (narrated: Narrated) => Promise<boolean>,
): Promise<number> {
  const narrator = createNarrator((text) => stdout.write(text));
  try {
    const { tutorial, environment } = await openTutorial(env, narrator.say, narrator.command);
    const well = await work({ tutorial, environment, say: narrator.say });
    await environment.stop();
    return well ? 0 : 1;
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
