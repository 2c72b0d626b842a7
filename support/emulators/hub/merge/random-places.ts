/** Every value of a unit by its place; items of lists by what tells them apart. */
export type Places = Map<string, string>;

/** The places of resources: "Deployment/trade-service|spec|containers|main|env|alpha|value". */
export function everywhere(resources: readonly Record<string, unknown>[]): Places {
  const places: Places = new Map();
  for (const resource of resources) {
    const { name } = resource.metadata as { name: string };
    walk(resource, [`${resource.kind}/${name}`], places);
  }
  return places;
}

function walk(value: unknown, path: string[], places: Places): void {
  if (value === null || typeof value !== 'object') {
    places.set(path.join('|'), JSON.stringify(value));
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const item = child as { name?: string; containerPort?: number } | null;
    const id = Array.isArray(value) ? (item?.name ?? item?.containerPort ?? key) : key;
    walk(child, [...path, String(id)], places);
  }
}

/** Every map, list and item that a place lies in. */
export function around(place: string): string[] {
  const parts = place.split('|');
  return parts.map((_, end) => parts.slice(0, end + 1).join('|'));
}

/** The resources, containers, variables, ports and argument lists that a place lies in. */
export function itemsAround(place: string): string[] {
  const parts = place.split('|');
  const ends = parts.flatMap((part, position) => {
    if (position === 0 || part === 'args') return [position + 1];
    return ['containers', 'env', 'ports'].includes(parts[position - 1] ?? '') ? [position + 1] : [];
  });
  return ends.map((end) => parts.slice(0, end).join('|'));
}

/** Whether a unit has anything in an item. */
export function hasItem(places: Places, item: string): boolean {
  return [...places.keys()].some((place) => isInside(place, item));
}

/** Whether a place is an item or lies in it. */
export function isInside(place: string, item: string): boolean {
  return place === item || place.startsWith(`${item}|`);
}
