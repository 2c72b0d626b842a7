/** Where customers trade; each region runs both services in a namespace of its own. */
export type Region = 'us' | 'eu' | 'asia';

/** All of them, in the order in which a change reaches them. */
export const REGIONS: readonly Region[] = ['us', 'eu', 'asia'];

/** What is particular to a region. */
export interface RegionFacts {
  title: string;
  /** Replicas that its trading hours need. */
  replicas: number;
  hours: string;
}

export const regionFacts: Record<Region, RegionFacts> = {
  us: { title: 'US', replicas: 3, hours: 'New York hours' },
  eu: { title: 'EU', replicas: 5, hours: 'the peak of London and Frankfurt' },
  asia: { title: 'Asia', replicas: 2, hours: 'Tokyo overnight' },
};

/** Where a change is tried before customers see it. */
export type Rehearsal = 'dev' | 'staging';

/** The order in which a change normally travels. */
export const PROMOTION_ORDER: ReadonlyArray<Rehearsal | Region> = ['dev', 'staging', ...REGIONS];

/** The region of that title, as features write it. @throws RangeError for any other word */
export function regionNamed(title: string): Region {
  const found = REGIONS.find((region) => regionFacts[region].title === title);
  if (found) return found;
  const titles = REGIONS.map((region) => regionFacts[region].title);
  throw new RangeError(`no region is called "${title}"; there are ${titles.join(', ')}`);
}
