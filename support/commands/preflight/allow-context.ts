import { rmSync } from 'node:fs';
import { projectRoot } from '../../environment/build';
import { allowContext } from '../../environment/clusters/context';
import { recordsFolder } from '../../environment/clusters/records';
import { scratchFolder } from '../../environment/scratch/scratch';
import { readSettings } from '../../environment/settings/read';

const option = '--allow-context';

/** The context that arguments ask to allow, or undefined when they do not ask. */
export function contextToAllow(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return argv[at]?.slice(option.length + 1) || argv[at + 1] || '';
}

/** Allows a kube context, and says what was allowed. Nothing is written to its cluster. */
export async function allow(
  context: string,
  { env, out }: { env: NodeJS.ProcessEnv; out: (text: string) => void },
): Promise<boolean> {
  const stateDir = scratchFolder();
  try {
    const records = recordsFolder(projectRoot, readSettings(env).state);
    const { uid, version } = await allowContext(context, { records, env, stateDir });
    out(`Allowed: kube context ${context}, Kubernetes ${version}, kube-system ${uid}.\n`);
    out(`MTX_CLUSTER=context:${context} uses it from now on, as long as it is that cluster.\n`);
    return true;
  } catch (error) {
    out(`BAD  ${(error as Error).message}\n`);
    return false;
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}
