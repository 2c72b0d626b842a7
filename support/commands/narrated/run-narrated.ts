import type { Environment } from '../../environment';
import { describeCause } from '../../tutorial/diagnosis/causes';
import { causesOfFailure } from '../../tutorial/diagnosis/diagnose';
import { TutorialError } from '../../tutorial/error';
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
 * @returns the exit code: 0 when all is well, else 1; what went wrong was told, with its likely causes
 */
export async function runNarrated(
  { env, stdout, stderr }: Pick<NodeJS.Process, 'env' | 'stdout' | 'stderr'>,
  work: (narrated: Narrated) => Promise<boolean>,
): Promise<number> {
  const narrator = createNarrator((text) => stdout.write(text));
  const complain = (text: string): void => void stderr.write(`${text}\n`);
  let tutorial: Tutorial | undefined;
  try {
    const opened = await openTutorial(env, narrator.say, narrator.command);
    tutorial = opened.tutorial;
    const well = await work({ ...opened, say: narrator.say });
    await opened.environment.stop();
    return well ? 0 : 1;
  } catch (error) {
    complain(messageOf(error));
    if (tutorial && error instanceof TutorialError) complain(await likelyCauses(tutorial, error.message));
    return 1;
  }
}

async function likelyCauses(tutorial: Tutorial, message: string): Promise<string> {
  try {
    return (await causesOfFailure(tutorial, message)).map(describeCause).join('\n');
  } catch (error) {
    return `Why could not be found out: ${messageOf(error)}`;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
