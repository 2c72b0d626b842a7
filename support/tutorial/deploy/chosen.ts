import type { Unit } from '../../cub/unit';
import type { Selection } from '../../cub/units';
import { lookAtHub } from '../hub';
import type { Tutorial } from '../tutorial';

/** The units that a selection chooses, of those that are there. */
export async function chosenUnits(tutorial: Tutorial, selection: Selection): Promise<Unit[]> {
  if ('where' in selection) return tutorial.cub.units.list(selection.where);
  const { units } = await lookAtHub(tutorial);
  return units.filter(({ space, slug }) => space === selection.space && selection.units.includes(slug));
}
