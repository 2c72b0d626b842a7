import type { Unit } from '../../cub/unit';
import { all, isOneOf } from '../../cub/where';
import { lookAtHub } from '../hub';
import { REGIONS } from '../regions';
import type { Tutorial } from '../tutorial';
import { nameOf } from '../validate/unit';
import { gateOf, rail } from './rails';

/** The units of the regions that wait for an approval. */
export async function waitingForApproval(tutorial: Tutorial): Promise<Unit[]> {
  const { units } = await lookAtHub(tutorial);
  const spaces = spacesOf(tutorial);
  const gate = gateOf(rail('approved'));
  return units.filter(({ space, gates }) => spaces.includes(space) && gates.includes(gate));
}

function spacesOf({ names }: Tutorial): string[] {
  return REGIONS.map((region) => names.place(region));
}

/** Approves the newest revisions of all units of the regions that wait for it: one command. */
export async function approveWaiting(tutorial: Tutorial): Promise<void> {
  const waiting = await waitingForApproval(tutorial);
  if (waiting.length === 0) return;
  tutorial.narrate(`Somebody looks at ${waiting.map(nameOf).join(', ')}, and approves.`);
  const inRegions = isOneOf('Space.Slug', spacesOf(tutorial));
  const where = all(inRegions, `ApplyGates.${gateOf(rail('approved'))} = true`);
  await tutorial.cub.units.approve({ space: '*', where });
}

/** The names of those who approved a unit's newest revision; an id where ConfigHub tells no name. */
export async function approversOf({ cub }: Tutorial, { approvers }: Unit): Promise<string[]> {
  if (approvers.length === 0) return [];
  const names = await cub.users.names();
  return approvers.map((id) => names.get(id) || id);
}
