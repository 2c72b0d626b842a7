import { labState } from '../../environment/lab';
import type { Console } from './console';
import { summary } from './summary';

/** Says what runs. Exit code 0 when all of it does, else 1. */
export async function status(_args: string[], { env, out }: Console): Promise<number> {
  const state = await labState({ env });
  const missing = state.servers.filter(({ running }) => !running).length;
  out(`${sentence(missing, state.servers.length)}\n${summary(state)}`);
  return missing ? 1 : 0;
}

function sentence(missing: number, all: number): string {
  if (missing === 0) return 'The lab runs.';
  if (missing === all) return 'The lab does not run.';
  return 'A part of the lab does not run; `npm run lab -- start` starts it.';
}
