import type { Run, Scenario, Section } from '../model/run';
import { scenariosOf } from '../model/sections';
import { outcomeOf } from '../model/status';
import { closingLine, describeEnvironment, duration, stateOf } from '../words';
import { columns } from './columns';
import { failureText } from './failure';

/**
 * What a person at a terminal wants to know when a run has ended: skips, failures, stages, and where to read more.
 * Without a report it was a dry run, which skips everything.
 */
export function summaryText(run: Run, report: string | undefined): string {
  const scenarios = run.sections.flatMap(scenariosOf);
  const failed = scenarios.filter((scenario) => outcomeOf(scenario.status) === 'failed');
  const skipped = scenarios.filter((scenario) => scenario.status === 'skipped');
  return [
    ...titled('Skipped, and why', (report ? skipped : []).map(skipLine)),
    ...titled('What broke', [...run.problems.map(indented), ...failuresTold(failed)]),
    stageTable(run.sections),
    report ? whereToRead(run, report) : 'A dry run: nothing was proven.',
  ].join('\n\n');
}

function whereToRead(run: Run, report: string): string {
  return `${describeEnvironment(run.environment).join(' · ')}\nReport: ${report} (${duration(run.seconds)})`;
}

function titled(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}\n${items.join('\n')}`];
}

/** So many failures are told in full; of the rest a line is enough, and the report has them all. */
const TOLD_IN_FULL = 15;

function failuresTold(failed: readonly Scenario[]): string[] {
  const rest = failed.slice(TOLD_IN_FULL);
  const lines = rest.map(({ name, status, rerun }) => `  ✗ ${name} (${status}): ${rerun}`);
  return [...failed.slice(0, TOLD_IN_FULL).map(failureText), ...lines];
}

function skipLine({ name, skipReason }: Scenario): string {
  return `  - ${name}: ${skipReason}`;
}

function indented(problem: string): string {
  return problem.replace(/^/gm, '  ');
}

function stageTable(sections: readonly Section[]): string {
  const rows = sections.map(({ stage, title, counts, seconds }) => {
    const state = stateOf(counts);
    return [
      `${stage ?? ' '} ${title}`,
      state,
      state === 'not run' ? '' : closingLine(counts),
      duration(seconds),
    ];
  });
  return columns(rows);
}
