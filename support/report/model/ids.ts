import { slugOf, uniqueSlugs } from './slug';

/** What a scenario is known by in its feature: `line` is that of its row, or else of its title. */
export interface Placed {
  uri: string;
  line: number;
  name: string;
}

/** Where a scenario stands, `features/stage-1.feature:12`. */
export function placeOf({ uri, line }: Pick<Placed, 'uri' | 'line'>): string {
  return `${uri}:${line}`;
}

/** In the order of the features, whatever order they were told in. */
export function inFeatureOrder(a: Pick<Placed, 'uri' | 'line'>, b: Pick<Placed, 'uri' | 'line'>): number {
  return a.uri === b.uri ? a.line - b.line : a.uri < b.uri ? -1 : 1;
}

/** An address for each scenario, by its place: made of feature and name, so that it is the same in each run. */
export function scenarioIds(scenarios: readonly Placed[]): Map<string, string> {
  const idFor = uniqueSlugs();
  const ids = new Map<string, string>();
  for (const scenario of [...scenarios].sort(inFeatureOrder)) {
    const place = placeOf(scenario);
    if (!ids.has(place)) ids.set(place, idFor(`${slugOf(scenario.uri)}/${slugOf(scenario.name)}`));
  }
  return ids;
}
