import type { EnvironmentRecord } from '../media-types';
import type { Counts, Run, Section } from '../model/run';

/** What `reports/stages.json` holds. */
export interface StagesFile extends Counts {
  environment: Omit<EnvironmentRecord, 'notes'> | null;
  stages: StageLine[];
  /** Features that belong to no stage. */
  others: Array<{ feature: string } & SectionLine>;
  started: string;
  seconds: number;
  problems: string[];
}

interface SectionLine extends Counts {
  title: string;
  seconds: number;
}

type StageLine = { stage: number } & SectionLine;

/** The run in numbers, a line for each stage; for scripts that decide on it. */
export function stagesFile(run: Run): StagesFile {
  const others = run.sections.filter((section) => section.stage === undefined);
  return {
    environment: run.environment ? partsOf(run.environment) : null,
    stages: run.sections.flatMap(({ stage, ...rest }) =>
      stage === undefined ? [] : [{ stage, ...lineOf(rest) }],
    ),
    others: others.map((section) => ({ feature: section.features[0]?.uri ?? '', ...lineOf(section) })),
    started: run.started,
    seconds: round(run.seconds),
    problems: run.problems,
    ...run.totals,
  };
}

function partsOf({ hub, cub, cluster }: EnvironmentRecord): Omit<EnvironmentRecord, 'notes'> {
  return { hub, cub, cluster };
}

function lineOf({ title, counts, seconds }: Pick<Section, 'title' | 'counts' | 'seconds'>): SectionLine {
  return { title, ...counts, seconds: round(seconds) };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
