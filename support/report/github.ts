import { appendFileSync } from 'node:fs';
import { stagesMarkdown } from './files/stages-markdown';
import type { Run, Scenario } from './model/run';
import { scenariosOf } from './model/sections';
import { outcomeOf } from './model/status';

/**
 * Tells a run to GitHub Actions, when it goes on there: the stages as the job's summary, and what broke as annotations
 * at the scenarios' lines (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 *
 * @param env the variables of the runner; without `GITHUB_ACTIONS` nothing is told
 * @param print takes whole lines of the log
 */
export function tellGitHub(run: Run, env: NodeJS.ProcessEnv, print: (lines: string) => void): void {
  if (env.GITHUB_ACTIONS !== 'true') return;
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${stagesMarkdown(run)}\n`);
  const broken = run.sections.flatMap(scenariosOf).filter(({ status }) => outcomeOf(status) === 'failed');
  const annotations = [
    ...broken.map(atScenario),
    ...run.problems.map((problem) => `::error::${data(problem)}`),
  ];
  print(annotations.map((line) => `${line}\n`).join(''));
}

function atScenario({ uri, line, name, status, failure, rerun }: Scenario): string {
  const message = [failure && `${failure.step}\n${failure.message}`, `Run it again: ${rerun}`];
  const told = message.filter(Boolean).join('\n');
  return `::error file=${property(uri)},line=${line},title=${property(`${name} (${status})`)}::${data(told)}`;
}

/** A line of the log must stay one, and a percent sign begins what stands for another character. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
