import type { Run, Scenario, Section } from '../model/run';
import { scenariosOf } from '../model/sections';
import { outcomeOf } from '../model/status';
import { describeEnvironment, stateOf } from '../words';

/** The run as a page of Markdown: what it talked to, a table of stages, failures with how to rerun, skips with why. */
export function stagesMarkdown(run: Run): string {
  const scenarios = run.sections.flatMap(scenariosOf);
  return [
    '# MicroTraderX',
    ...describeEnvironment(run.environment).map((line) => `- ${line}`),
    table(run),
    ...listed('What broke', [...run.problems, ...scenarios.flatMap(failureLine)]),
    ...listed('What was skipped, and why', scenarios.flatMap(skipLine)),
  ]
    .join('\n\n')
    .replace(/(^- .*)\n\n(?=- )/gm, '$1\n')
    .concat('\n');
}

function table(run: Run): string {
  const { passed, failed, skipped } = run.totals;
  return [
    '| | Stage | State | Passed | Failed | Skipped | Seconds |',
    '|---|---|---|---:|---:|---:|---:|',
    ...run.sections.map(row),
    `| | **All** | | **${passed}** | **${failed}** | **${skipped}** | **${run.seconds.toFixed(1)}** |`,
  ].join('\n');
}

function row(section: Section): string {
  const { passed, failed, skipped } = section.counts;
  const cells = [
    section.stage ?? '',
    cell(section.title),
    stateOf(section.counts),
    passed,
    failed,
    skipped,
    section.seconds.toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

function failureLine({ status, name, failure, rerun }: Scenario): string[] {
  if (outcomeOf(status) !== 'failed') return [];
  const what = [failure?.step, failure?.message].filter(Boolean).join(': ');
  return [`**${name}** (${status}): ${oneLine(what)} Run it again: \`${rerun}\``];
}

function skipLine({ status, name, skipReason }: Scenario): string[] {
  return status === 'skipped' ? [`${name}: ${oneLine(skipReason ?? '')}`] : [];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, ...lines.map((line) => `- ${line}`)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}
