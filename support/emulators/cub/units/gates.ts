import { Failure } from '../failure';
import type { Unit } from '../hub/entities';
import type { Invocation } from '../invocation';
import { getUnit } from '../lookup/units';

const TRIES = 100;
const LONGEST = 250;

/** Waits until the server has run all triggers on a unit; throws after some 25 seconds. */
export async function awaitTriggers(invocation: Invocation, unit: Unit): Promise<void> {
  let latest = unit;
  let pause = 25;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (latest.ApplyGates?.['awaiting/triggers'] === undefined) return;
    await invocation.host.pause(pause);
    pause = Math.min(pause * 2, LONGEST);
    latest = (await getUnit(invocation, latest.SpaceID, latest.UnitID)).Unit;
  }
  throw new Failure(`triggers didn't execute on unit ${latest.Slug}`);
}

/** Whether the command waits at all: it does unless told otherwise. */
export function waits({ flags }: Invocation): boolean {
  return flags.on('wait', true);
}
