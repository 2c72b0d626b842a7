import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { messagesFile } from './messages';

const POLL_MS = 200;

/**
 * Waits until each of the folders has the messages of a run, or the time is over: a volume that machines share gives no
 * sign of a new file.
 *
 * @param tell is told whom it waits for, whenever these become fewer
 */
export async function waitForParts(
  folders: readonly string[],
  seconds: number,
  tell: (line: string) => void,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  let told = '';
  for (;;) {
    const absent = folders.filter((folder) => !existsSync(messagesFile(folder)));
    if (absent.length === 0) return;
    const line = `Waiting for ${absent.join(', ')}`;
    if (line !== told) tell(line);
    told = line;
    if (Date.now() >= deadline) {
      tell(`After ${seconds} s there is still nothing in ${absent.join(', ')}`);
      return;
    }
    await pause(Math.min(POLL_MS, Math.max(0, deadline - Date.now())));
  }
}
