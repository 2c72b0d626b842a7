import { type Outcome, rollOut } from '../deploy/roll-out';
import type { Tutorial } from '../tutorial';
import { type AtomicChange, unitsOf } from './atomic-change';
import { editAll, openChange } from './open';
import { wayOf } from './way';

/** What became of a change: it arrived everywhere, or it was taken back everywhere. */
export interface AtomicOutcome {
  arrived: boolean;
  /** The units that could not be rolled out. */
  failures: Outcome[];
}

/**
 * Changes both services in all regions as one: the change is collected in a change set, rolled out in one
 * go, and taken back as a whole when any unit fails. There is no transaction over clusters: this is a lock,
 * one roll-out, a look at every unit, and a way back.
 */
export async function updateAtomically(tutorial: Tutorial, change: AtomicChange): Promise<AtomicOutcome> {
  await openChange(tutorial, change);
  await editAll(tutorial, change);
  await wayOf(tutorial).close(tutorial, change);
  return rollOutAtomically(tutorial, change);
}

/** Rolls a closed change set out; all or nothing. */
export async function rollOutAtomically(tutorial: Tutorial, change: AtomicChange): Promise<AtomicOutcome> {
  const way = wayOf(tutorial);
  tutorial.narrate(`The change set ${change.name} is rolled out: both services, all regions, one command.`);
  const outcomes = await rollOut(tutorial, unitsOf(tutorial.names), way.revision(tutorial, change));
  const failures = outcomes.filter(({ done }) => !done);
  if (failures.length > 0) await goBack(tutorial, change, failures);
  await wayOf(tutorial).finish(tutorial, change);
  return { arrived: failures.length === 0, failures };
}

async function goBack(tutorial: Tutorial, change: AtomicChange, failures: readonly Outcome[]): Promise<void> {
  for (const { unit, message } of failures) {
    tutorial.narrate(`${unit.space}/${unit.slug} could not be rolled out: ${message}`);
  }
  tutorial.narrate('One unit failed, so the whole set goes back.');
  await takeBack(tutorial, change);
}

/** Takes the whole change back, in ConfigHub and in the cluster. */
export async function takeBack(tutorial: Tutorial, change: AtomicChange): Promise<void> {
  await wayOf(tutorial).takeBack(tutorial, change, `Take back: ${change.why}`);
  await rollOut(tutorial, unitsOf(tutorial.names));
}
