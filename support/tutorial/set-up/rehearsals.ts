import { PROJECT } from '../names';
import type { Tutorial } from '../tutorial';
import { connectWorker } from './connect-worker';
import { ensureSpaces } from './ensure';
import { createPlaces, setUpRegions, targetPlaces } from './regions';
import { lookAround } from './seen';

const REHEARSALS = ['dev', 'staging'] as const;

/** The regions, and before them dev and staging, where a change is tried first. */
export async function setUpRegionsAndRehearsals(tutorial: Tutorial): Promise<void> {
  const { names } = tutorial;
  await setUpRegions(tutorial);
  const spaces = REHEARSALS.map((name) => [names.place(name), { Environment: name, Project: PROJECT }]);
  const seen = await lookAround(
    tutorial,
    REHEARSALS.map((name) => names.place(name)),
  );
  await ensureSpaces(tutorial, seen, Object.fromEntries(spaces));
  await createPlaces(tutorial, seen, REHEARSALS);
  const target = await connectWorker(tutorial, names.infra);
  await targetPlaces(tutorial, seen, REHEARSALS, target.id);
}
