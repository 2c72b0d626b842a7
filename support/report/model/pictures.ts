import type { SnapshotRecord } from '../media-types';
import type { Scenario } from './run';

/** What a stage is drawn of: how one of its scenarios began and ended. */
export interface StagePicture {
  scenario: Scenario;
  /** Undefined when nobody looked, or when nobody looked again. */
  before: SnapshotRecord | undefined;
  after: SnapshotRecord;
}

/** The pictures that a run recorded, in the order of the scenarios; mostly one of a feature, or none. */
export function picturesOf(scenarios: readonly Scenario[]): StagePicture[] {
  return scenarios.flatMap((scenario) => {
    const [before, after] = [newest(scenario, 'before'), newest(scenario, 'after')];
    if (after) return [{ scenario, before, after }];
    return before ? [{ scenario, before: undefined, after: before }] : [];
  });
}

function newest(scenario: Scenario, moment: SnapshotRecord['moment']): SnapshotRecord | undefined {
  return scenario.steps
    .flatMap(({ evidence }) => evidence)
    .filter((item) => item.kind === 'snapshot')
    .findLast((item) => item.moment === moment);
}
