import type { Selection } from '../../cub/units';
import { all, isOneOf } from '../../cub/where';
import type { Names } from '../names';
import { REGIONS } from '../regions';
import { SERVICES, type Service } from '../services';

/** Changes that belong together: all of them arrive in a region, or none. */
export interface AtomicChange {
  /** The change set's name. */
  name: string;
  why: string;
  edits: ReadonlyArray<{ service: Service; call: readonly [name: string, ...args: string[]] }>;
}

/** Version 2 of the market data has Tokyo: reference-data offers it, trade-service must ask for it. */
export const tokyoFeed: AtomicChange = {
  name: 'market-data-v2',
  why: 'Trade with the market data of Tokyo',
  edits: [
    {
      service: 'reference-data',
      call: ['set-env', 'reference-data', 'MARKET_DATA_SOURCE=NYSE,NASDAQ,LSE,TSE'],
    },
    {
      service: 'trade-service',
      call: ['set-env', 'trade-service', 'REFERENCE_DATA_URL=http://reference-data:8080/v2'],
    },
  ],
};

/** Both services learn when markets close; another change, on the same units. */
export const closingHours: AtomicChange = {
  name: 'closing-hours',
  why: 'Tell when markets close',
  edits: SERVICES.map((service) => ({ service, call: ['set-env', service, 'MARKET_CLOSE=17:30'] })),
};

/** The Tokyo feed, with an image of trade-service that nobody has ever published. */
export const brokenTokyoFeed: AtomicChange = {
  ...tokyoFeed,
  name: 'market-data-v2-first-try',
  edits: [
    ...tokyoFeed.edits,
    { service: 'trade-service', call: ['set-image-reference', 'trade-service', ':does-not-exist'] },
  ],
};

/** The settings that tell that the Tokyo feed has arrived. */
export const tokyoSettings: Record<Service, Record<string, string>> = {
  'reference-data': { MARKET_DATA_SOURCE: 'NYSE,NASDAQ,LSE,TSE' },
  'trade-service': { REFERENCE_DATA_URL: 'http://reference-data:8080/v2' },
};

/** The units of a change: the given services in all regions. */
export function unitsOf(names: Names, services: readonly Service[] = SERVICES): Selection & { space: '*' } {
  const spaces = REGIONS.map((region) => names.place(region));
  return { space: '*', where: all(isOneOf('Space.Slug', spaces), isOneOf('Slug', services)) };
}
