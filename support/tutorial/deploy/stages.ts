import { all, is, isOneOf } from '../../cub/where';
import type { Place } from '../names';
import { REGIONS } from '../regions';
import { SERVICES } from '../services';
import type { Tutorial } from '../tutorial';
import { deploy } from './roll-out';

/** Stage 1: the namespace, then the service in it. */
export async function deployHello(tutorial: Tutorial): Promise<void> {
  const { hello } = tutorial.names;
  tutorial.narrate('Nothing runs yet. Applying the units brings them to the cluster.');
  await deploy(tutorial, { space: hello, units: ['ns-traderx'] });
  await deploy(tutorial, { space: hello, units: ['reference-data'] });
}

/** Stage 2: production only. */
export async function deployProduction(tutorial: Tutorial): Promise<void> {
  const { names } = tutorial;
  tutorial.narrate('Only production is applied.');
  await deploy(tutorial, { space: names.hello, units: ['ns-traderx'] });
  await deploy(tutorial, { space: names.environment('prod'), units: ['reference-data'] });
}

/** Stages 3 and later: the namespaces of the places first, then both services in all of them. */
export async function deployPlaces(tutorial: Tutorial, places: readonly Place[] = REGIONS): Promise<void> {
  const { names } = tutorial;
  tutorial.narrate(`Namespaces come first, then the services of ${places.join(', ')}, all in one go.`);
  await deploy(tutorial, {
    space: names.infra,
    units: places.map((place) => names.namespaceUnit(place)),
  });
  await deployServices(tutorial, places);
}

/** Brings the services of places whose namespaces are there to the cluster. */
export async function deployServices(
  tutorial: Tutorial,
  places: readonly Place[] = REGIONS,
  services: readonly string[] = SERVICES,
): Promise<void> {
  const { names } = tutorial;
  const spaces = places.map((place) => names.place(place));
  const [only] = services;
  const which = services.length === 1 && only ? is('Slug', only) : isOneOf('Slug', services);
  await deploy(tutorial, { space: '*', where: all(isOneOf('Space.Slug', spaces), which) });
}
