import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findExecutable } from '../../../environment/cubs/find';
import { bad, type Check, type CheckContext, type Finding, good } from '../check';

/** Whether `cub` is there, and, for a hub that is not embedded, logged in. */
export const cub: Check = async ({ settings, env }) => {
  if (settings.cub.kind === 'bundled')
    return good(`cub: bundled${settings.cub.processes ? ', a process each' : ''}`);
  const { command } = settings.cub;
  const found = findExecutable(command, env.PATH ?? '');
  if (!found)
    return bad(
      `cub: there is no executable "${command}"`,
      'install cub from https://docs.confighub.com, name it in MTX_CUB, or set MTX_CUB=bundled',
    );
  return settings.hub.kind === 'embedded' ? good(`cub: ${found}`) : login(found, settings.hub.url, env);
};

async function login(command: string, url: string, env: CheckContext['env']): Promise<Finding> {
  try {
    await promisify(execFile)(command, ['space', 'list'], {
      env: { ...env, CONFIGHUB_URL: url },
      timeout: 30_000,
    });
    return good(`cub: ${command}, logged in at ${url}`);
  } catch {
    return bad(`cub: ${command} cannot list the spaces at ${url}`, `CONFIGHUB_URL=${url} cub auth login`);
  }
}
