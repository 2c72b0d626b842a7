import { inParallel } from '../../cub/in-parallel';
import type { Link } from '../../cub/links';
import { type Names, type Place, PROJECT } from '../names';
import { REGIONS, regionFacts } from '../regions';
import { manifestOf, SERVICES, servicesAt } from '../services';
import type { Tutorial } from '../tutorial';
import { connectWorker } from './connect-worker';
import {
  ensureClone,
  ensureClones,
  ensureLinks,
  ensureNamespaceName,
  ensureReplicas,
  ensureSpaces,
  ensureTargets,
  ensureUnit,
} from './ensure';
import { lookAround, type Seen } from './seen';

/** Three regions: a base, an infra space, and a space for each region, linked to its namespace. */
export async function setUpRegions(tutorial: Tutorial): Promise<void> {
  const { names } = tutorial;
  const seen = await lookAround(
    tutorial,
    REGIONS.map((region) => names.place(region)),
  );
  tutorial.narrate('A base space holds what regions share, an infra space their namespaces.');
  await ensureSpaces(tutorial, seen, spacesOfRegions(names));
  const [target] = await Promise.all([connectWorker(tutorial, names.infra), createBase(tutorial, seen)]);
  await createPlaces(tutorial, seen, REGIONS);
  tutorial.narrate('Each region sets the replicas that its trading hours need.');
  await inParallel(REGIONS.map((region) => () => ensureReplicas(tutorial, seen, replicasOf(names, region))));
  await targetPlaces(tutorial, seen, REGIONS, target.id);
}

/** Clones base units into places, makes their namespaces, and links the two. */
export async function createPlaces(tutorial: Tutorial, seen: Seen, places: readonly Place[]): Promise<void> {
  const { names } = tutorial;
  tutorial.narrate(`Clones of the base go to ${places.join(', ')}, each with a namespace of its own.`);
  await Promise.all([
    cloneServices(tutorial, seen, places),
    inParallel(places.map((place) => () => createNamespace(tutorial, seen, place))),
  ]);
  tutorial.narrate('Links carry the name of its namespace into each clone.');
  await ensureLinks(
    tutorial,
    seen,
    places.flatMap((place) => linksOf(names, place)),
  );
}

/** Points everything of the places at the cluster. */
export async function targetPlaces(
  tutorial: Tutorial,
  seen: Seen,
  places: readonly Place[],
  targetId: string,
): Promise<void> {
  const { names } = tutorial;
  const units = places.flatMap((place) => [
    { space: names.infra, slug: names.namespaceUnit(place) },
    ...servicesAt(place).map((slug) => ({ space: names.place(place), slug: slug as string })),
  ]);
  await ensureTargets(tutorial, seen, units, targetId);
}

/** The links of a place: services need its namespace, trade-service needs the reference-data beside it. */
function linksOf(names: Names, place: Place): Link[] {
  const space = names.place(place);
  const namespace = { to: names.namespaceUnit(place), toSpace: names.infra };
  const beside = { from: 'trade-service', to: 'reference-data', toSpace: space };
  const services = servicesAt(place);
  return [
    ...services.map((service) => ({ space, slug: `${service}-ns`, from: service, ...namespace })),
    ...(services.includes('reference-data')
      ? [{ space, slug: 'trade-service-reference-data', ...beside }]
      : []),
  ];
}

async function cloneServices(tutorial: Tutorial, seen: Seen, places: readonly Place[]): Promise<void> {
  const { names } = tutorial;
  const spaces = places.map((place) => names.place(place));
  const units = SERVICES.filter((service) => places.every((place) => servicesAt(place).includes(service)));
  await ensureClones(tutorial, seen, { space: names.base, units }, spaces);
}

async function createBase(tutorial: Tutorial, seen: Seen): Promise<void> {
  const { base, infra } = tutorial.names;
  await inParallel([
    ...SERVICES.map(
      (slug) => () => ensureUnit(tutorial, seen, { space: base, slug, file: manifestOf[slug] }),
    ),
    () => ensureUnit(tutorial, seen, { space: infra, slug: 'ns-base', file: 'k8s/namespace-base.yaml' }),
  ]);
}

async function createNamespace(tutorial: Tutorial, seen: Seen, place: Place): Promise<void> {
  const { names } = tutorial;
  const unit = { space: names.infra, slug: names.namespaceUnit(place) };
  await ensureClone(tutorial, seen, { space: names.infra, unit: 'ns-base' }, unit);
  await ensureNamespaceName(tutorial, seen, { ...unit, name: names.place(place) });
}

function spacesOfRegions(names: Names): Record<string, Record<string, string>> {
  const Project = PROJECT;
  const regions = REGIONS.map((region) => [
    names.place(region),
    { Project, Environment: 'prod', Region: region },
  ]);
  return {
    [names.base]: { Project, Environment: 'base' },
    [names.infra]: { Project, Environment: 'infra' },
    ...Object.fromEntries(regions),
  };
}

function replicasOf(names: Names, region: keyof typeof regionFacts) {
  const { title, replicas, hours } = regionFacts[region];
  return { space: names.place(region), slug: 'trade-service', replicas, why: `${title} trades in ${hours}` };
}
