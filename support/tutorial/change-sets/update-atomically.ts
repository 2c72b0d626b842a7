import { type Outcome, rollOut } from '../deploy/roll-out';
import { tryRollOut } from '../deploy/try-roll-out';
import type { Tutorial } from '../tutorial';
import { type AtomicChange, unitsOf } from './atomic-change';
import { editAll, openChange } from './open';
import { wayOf } from './way';

/** What became of a change: it arrived everywhere, was taken back everywhere, or was not begun anywhere. */
export interface AtomicOutcome {
  arrived: boolean;
  /** Not when a gate holds a unit back: then the change waits in ConfigHub until it is mended, or taken back. */
  begun: boolean;
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

/** Rolls a closed change set out; all or nothing. It is not begun while any of its units is held back. */
export async function rollOutAtomically(tutorial: Tutorial, change: AtomicChange): Promise<AtomicOutcome> {
  const revision = wayOf(tutorial).revision(tutorial, change);
  const held = await tryRollOut(tutorial, unitsOf(tutorial.names), revision);
  if (held.length > 0) return beHeldBack(tutorial, change, held);
  tutorial.narrate(`The change set ${change.name} is rolled out: both services, all regions, one command.`);
  const outcomes = await rollOut(tutorial, unitsOf(tutorial.names), revision);
  const failures = outcomes.filter(({ done }) => !done);
  if (failures.length > 0) await goBack(tutorial, change, failures);
  await wayOf(tutorial).finish(tutorial, change);
  return { arrived: failures.length === 0, begun: true, failures };
}

function beHeldBack(tutorial: Tutorial, { name }: AtomicChange, failures: Outcome[]): AtomicOutcome {
  for (const { unit, message } of failures) {
    tutorial.narrate(`${unit.space}/${unit.slug} is held back: ${message}`);
  }
  tutorial.narrate(`The roll-out of the change set ${name} is not begun: all of it would not arrive.`);
  return { arrived: false, begun: false, failures };
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
