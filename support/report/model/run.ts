import type { EnvironmentRecord } from '../media-types';
import type { Evidence } from './evidence';
import type { Status } from './status';

/** One run of the suite, as its reports tell it. Times are in seconds. */
export interface Run {
  started: string;
  seconds: number;
  tools: { cucumber: string; node: string };
  environment: EnvironmentRecord | undefined;
  sections: Section[];
  /** What went wrong outside any scenario: a hook of the run, a feature that does not parse, scenarios never started. */
  problems: string[];
  totals: Counts;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A stage of the tutorial, or a feature that belongs to no stage. */
export interface Section {
  id: string;
  /** From 1; undefined for features beside the stages. */
  stage: number | undefined;
  title: string;
  features: FeatureChapter[];
  counts: Counts;
  seconds: number;
}

export interface FeatureChapter {
  id: string;
  uri: string;
  name: string;
  narrative: string;
  tags: string[];
  scenarios: Scenario[];
}

export interface Scenario {
  /** Stable between runs: made of feature, name and row. */
  id: string;
  name: string;
  narrative: string;
  rule: string | undefined;
  tags: string[];
  uri: string;
  line: number;
  status: Status;
  seconds: number;
  /** 1, or more when it was retried. */
  attempts: number;
  steps: Step[];
  failure: Failure | undefined;
  skipReason: string | undefined;
  /** The command line that runs this scenario alone. */
  rerun: string;
  /** Its newest results, oldest first, this one included; empty as long as nobody asked for them. */
  trend: readonly Result[];
}

/** How a scenario ended in one run. */
export interface Result {
  /** When the run began. */
  at: string;
  outcome: 'passed' | 'failed' | 'skipped';
  seconds: number;
  /** More than 1 when it was retried. */
  attempts?: number;
}

export interface Failure {
  step: string;
  status: Status;
  message: string;
  stack: string | undefined;
}

export interface Step {
  id: string;
  keyword: string;
  text: string;
  /** True for a hook, which has no sentence of its own. */
  hook: boolean;
  docString: string | undefined;
  table: string[][] | undefined;
  status: Status;
  seconds: number;
  error: string | undefined;
  evidence: Evidence[];
}
