import type { Scenario } from '../model/run';
import { shellText } from '../page/shell-text';

const LAST_COMMANDS = 3;
const MOST_LINES = 20;

/** A failed scenario for the terminal: step, message, the last commands, and how to run it again. */
export function failureText(scenario: Scenario): string {
  const { step, message } = scenario.failure ?? { step: '', message: '' };
  const lines = message.split('\n');
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return [
    `  ✗ ${scenario.name} (${scenario.status}, ${scenario.uri}:${scenario.line})`,
    `    ${step}`,
    ...shown.map((line) => `      ${line}`),
    ...lastCommands(scenario),
    `    Run it again: ${scenario.rerun}`,
  ].join('\n');
}

function lastCommands(scenario: Scenario): string[] {
  const commands = scenario.steps.flatMap((step) => step.evidence).filter((item) => item.kind === 'command');
  return commands
    .slice(-LAST_COMMANDS)
    .map(
      ({ command, args, exitCode }) => `    $ ${shellText([command, ...args])}  → exit ${exitCode ?? 'none'}`,
    );
}
