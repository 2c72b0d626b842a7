import { stopLab } from '../../environment/lab';
import type { Console } from './console';

/** Stops the lab. */
export async function stop(_args: string[], { env, out }: Console): Promise<number> {
  const stopped = await stopLab({ env });
  out(
    stopped.length ? `Stopped ${stopped.join(' and ')}; what was made is kept.\n` : 'The lab does not run.\n',
  );
  return 0;
}
