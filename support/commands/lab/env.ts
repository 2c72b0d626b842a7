import { parseArgs } from 'node:util';
import { projectRoot } from '../../environment/build';
import { openLab } from '../../environment/lab';
import { labFolder } from '../../environment/lab/folder';
import { type Shell, shellSettings, shells } from '../../environment/lab/shell';
import { readSettings } from '../../environment/settings/read';
import type { Console } from './console';

/** Prints what a shell needs so that `cub` and `kubectl` mean the lab, which is started if need be. */
export async function env(args: string[], { env, out, err }: Console): Promise<number> {
  const { values } = parseArgs({ args, options: { shell: { type: 'string', default: 'bash' } } });
  const shell = shells.find((known) => known === values.shell);
  if (!shell) {
    err(`--shell is "${values.shell}"; write ${shells.join(', ')}.\n`);
    return 2;
  }
  out(await settingsFor(shell, env));
  return 0;
}

async function settingsFor(shell: Shell, env: NodeJS.ProcessEnv): Promise<string> {
  const environment = await openLab({ env, log: () => undefined });
  return shellSettings(shell, labFolder(projectRoot, readSettings(env).state), environment);
}
