import type { Run, Scenario, Section, Step } from '../model/run';
import { scenariosOf } from '../model/sections';
import { outcomeOf } from '../model/status';
import { xmlText } from './xml';

/** The run as JUnit XML, a suite for each stage and each feature beside them. Times are in seconds. */
export function junitXml(run: Run): string {
  const ran = run.sections.filter((section) => scenariosOf(section).length > 0);
  const suites = ran.map((section) => suite(section, run.started));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="MicroTraderX" ${totals(run.totals, run.problems.length)} time="${seconds(run.seconds)}">`,
    ...suites,
    ...(run.problems.length > 0 ? [problemSuite(run.problems)] : []),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(section: Section, started: string): string {
  const name = section.stage === undefined ? section.title : `Stage ${section.stage}: ${section.title}`;
  const cases = section.features.flatMap((feature) =>
    feature.scenarios.map((scenario) => testCase(feature.name, scenario)),
  );
  const numbers = `${totals(section.counts, 0)} time="${seconds(section.seconds)}"`;
  return [
    `<testsuite name="${xmlText(name)}" timestamp="${started}" ${numbers}>`,
    ...cases,
    '</testsuite>',
  ].join('\n');
}

function totals({ passed, failed, skipped }: Run['totals'], errors: number): string {
  const tests = passed + failed + skipped + errors;
  return `tests="${tests}" failures="${failed}" errors="${errors}" skipped="${skipped}"`;
}

function testCase(feature: string, scenario: Scenario): string {
  const { name, uri, line } = scenario;
  const head = `<testcase classname="${xmlText(feature)}" name="${xmlText(name)}" file="${xmlText(`${uri}:${line}`)}" time="${seconds(scenario.seconds)}">`;
  return [
    head,
    verdict(scenario),
    `<system-out>${xmlText(outline(scenario.steps))}</system-out>`,
    '</testcase>',
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function verdict(scenario: Scenario): string {
  if (outcomeOf(scenario.status) === 'passed') return '';
  if (scenario.status === 'skipped') return `<skipped message="${xmlText(scenario.skipReason ?? '')}"/>`;
  const { message = '', stack = '', step = '' } = scenario.failure ?? {};
  const details = [step, message, stack, `Run it again: ${scenario.rerun}`].filter((text) => text !== '');
  return `<failure type="${scenario.status}" message="${xmlText(message)}">${xmlText(details.join('\n'))}</failure>`;
}

function outline(steps: readonly Step[]): string {
  const sentences = steps.filter((step) => !step.hook);
  return sentences.map((step) => `${step.keyword} ${step.text} … ${step.status}`).join('\n');
}

function problemSuite(problems: readonly string[]): string {
  const cases = problems.map(
    (problem) =>
      `<testcase classname="run" name="the run itself" time="0"><error message="${xmlText(problem)}"/></testcase>`,
  );
  const count = `tests="${problems.length}" failures="0" errors="${problems.length}" skipped="0"`;
  return [`<testsuite name="The run itself" ${count} time="0">`, ...cases, '</testsuite>'].join('\n');
}

function seconds(value: number): string {
  return value.toFixed(3);
}
