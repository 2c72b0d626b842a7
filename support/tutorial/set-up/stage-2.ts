import { ENVIRONMENTS } from '../environments';
import { PROJECT } from '../names';
import type { Tutorial } from '../tutorial';
import { ensureClones, ensureSpaces, ensureTargets } from './ensure';
import { lookAround } from './seen';
import { setUpHello } from './stage-1';

/** Three environments: dev, staging and production, each with its own copy of the service's configuration. */
export async function setUpEnvironments(tutorial: Tutorial): Promise<void> {
  const { names } = tutorial;
  const target = await setUpHello(tutorial);
  const seen = await lookAround(tutorial, []);
  tutorial.narrate('Three more spaces, one for each environment, get a clone of the service.');
  const spaces = ENVIRONMENTS.map((name) => [
    names.environment(name),
    { Environment: name, Project: PROJECT },
  ]);
  await ensureSpaces(tutorial, seen, Object.fromEntries(spaces));
  const from = { space: names.hello, units: ['reference-data'] };
  await ensureClones(
    tutorial,
    seen,
    from,
    ENVIRONMENTS.map((name) => names.environment(name)),
  );
  tutorial.narrate('Only production gets a target: dev and staging stay configuration.');
  await ensureTargets(
    tutorial,
    seen,
    [{ space: names.environment('prod'), slug: 'reference-data' }],
    target.id,
  );
}
