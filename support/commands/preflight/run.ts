import { readSettings } from '../../environment/settings/read';
import type { Settings } from '../../environment/settings/settings';
import { bad, type Check, type CheckContext, type Finding } from './check';
import { cluster } from './checks/cluster';
import { cub } from './checks/cub';
import { emulators } from './checks/emulators';
import { hub } from './checks/hub';
import { kubectl } from './checks/kubectl';
import { node } from './checks/node';
import { packages } from './checks/packages';
import { ports } from './checks/ports';
import { state } from './checks/state';

const checks: Check[] = [node, packages, ports, state, emulators, hub, cub, cluster, kubectl];

/**
 * Checks all that the chosen environment needs, says of each what was found, and what to do where something is missing.
 * Nothing is changed. Returns whether the scenarios can run.
 */
export async function runPreflight({
  env,
  out,
}: {
  env: NodeJS.ProcessEnv;
  out: (text: string) => void;
}): Promise<boolean> {
  const settings = settingsOr(env);
  if ('state' in settings && settings.state === 'bad') {
    out(lineOf(settings as Finding));
    return false;
  }
  const context: CheckContext = { settings: settings as Settings, env };
  let bads = 0;
  for (const check of checks) {
    const finding = await check(context);
    out(lineOf(finding));
    if (finding.state === 'bad') bads += 1;
  }
  out(
    bads
      ? `\n${bads} to mend before the scenarios can run.\n`
      : '\nAll is there; `npm test` runs the scenarios.\n',
  );
  return bads === 0;
}

function settingsOr(env: NodeJS.ProcessEnv): Settings | Finding {
  try {
    return readSettings(env);
  } catch (error) {
    return bad((error as Error).message, 'correct the variable, or unset it');
  }
}

function lineOf({ state, text, todo }: Finding): string {
  const mark = { good: 'ok  ', note: 'note', bad: 'BAD ' }[state];
  return `${mark} ${text}\n${todo ? `     to do: ${todo}\n` : ''}`;
}
