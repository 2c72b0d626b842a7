import type { Fault } from '../../faults/fault';
import type { Places } from './scenarios';
import { withSettings } from './settings';

/** A scenario and a fault that it must notice. */
export interface Meeting {
  fault: Fault;
  scenario: string;
}

/** What one process goes through: each scenario once, all with the same settings. */
export type TrialPlan = readonly Meeting[];

/**
 * Shares faults out among processes, at best among `lanes` of them for all that need the same settings. The scenarios of a
 * feature stay together, as they have the way to their starting points in common. A fault on that way needs a process that
 * has not gone it.
 */
export function planTrials(faults: readonly Fault[], places: Places, lanes: number): TrialPlan[] {
  const meetings = faults.flatMap((fault) =>
    fault.caughtBy.map((scenario): Meeting => ({ fault, scenario })),
  );
  const alone = meetings.filter(({ fault }) => fault.inSetUp);
  const alike = groupBy(
    meetings.filter(({ fault }) => !fault.inSetUp),
    ({ fault }) => withSettings(fault.settings),
  );
  const shared = alike.flatMap((some) => {
    const features = groupBy(some, ({ scenario }) => places.get(scenario)?.replace(/:\d+$/, '') ?? '');
    return shareOut(
      features.sort((a, b) => b.length - a.length),
      lanes,
    );
  });
  return [...shared, ...alone.map((meeting) => [meeting])];
}

/** Each feature to the process with the least to do; a scenario that meets another fault there, to another process. */
function shareOut(features: readonly Meeting[][], lanes: number): TrialPlan[] {
  const trials: Meeting[][] = Array.from({ length: lanes }, () => []);
  for (const feature of features) {
    const least = trials.slice(0, lanes).reduce((one, other) => (other.length < one.length ? other : one));
    for (const meeting of feature) {
      const free = [least, ...trials].find((trial) =>
        trial.every((one) => one.scenario !== meeting.scenario),
      );
      if (free) free.push(meeting);
      else trials.push([meeting]);
    }
  }
  return trials.filter((trial) => trial.length > 0);
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}
