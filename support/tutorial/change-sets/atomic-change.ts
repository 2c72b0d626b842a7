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

/** The market data feed gets Tokyo: reference-data offers it, trade-service trades with it. */
export const tokyoFeed: AtomicChange = {
  name: 'market-data-v2',
  why: 'Trade with the market data of Tokyo',
  edits: [
    {
      service: 'reference-data',
      call: ['set-env', 'reference-data', 'MARKET_DATA_SOURCE=NYSE,NASDAQ,LSE,TSE'],
    },
    { service: 'trade-service', call: ['set-env', 'trade-service', 'TRADING_ALGORITHM=v3'] },
  ],
};

/** The settings that tell that the Tokyo feed has arrived. */
export const tokyoSettings: Record<Service, Record<string, string>> = {
  'reference-data': { MARKET_DATA_SOURCE: 'NYSE,NASDAQ,LSE,TSE' },
  'trade-service': { TRADING_ALGORITHM: 'v3' },
};

/** The units of a change: the given services in all regions. */
export function unitsOf(names: Names, services: readonly Service[] = SERVICES): Selection & { space: '*' } {
  const spaces = REGIONS.map((region) => names.place(region));
  return { space: '*', where: all(isOneOf('Space.Slug', spaces), isOneOf('Slug', services)) };
}
