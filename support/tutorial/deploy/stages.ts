import { all, is, isOneOf } from '../../cub/where';
import type { Place } from '../names';
import { REGIONS } from '../regions';
import { SERVICES, type Service, servicesAt } from '../services';
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

/** Brings the services of places whose namespaces are there to the cluster, one command for places alike. */
export async function deployServices(
  tutorial: Tutorial,
  places: readonly Place[] = REGIONS,
  services: readonly Service[] = SERVICES,
): Promise<void> {
  for (const which of new Set(places.map((place) => running(place, services).join()))) {
    const alike = places.filter((place) => running(place, services).join() === which);
    const slugs = which.split(',');
    const [only = ''] = slugs;
    const spaces = alike.map((place) => tutorial.names.place(place));
    const slug = slugs.length === 1 ? is('Slug', only) : isOneOf('Slug', slugs);
    await deploy(tutorial, { space: '*', where: all(isOneOf('Space.Slug', spaces), slug) });
  }
}

function running(place: Place, services: readonly Service[]): Service[] {
  return servicesAt(place).filter((service) => services.includes(service));
}
