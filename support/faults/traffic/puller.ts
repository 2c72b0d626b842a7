import { type Interception, path } from '../interceptor/exchange';

/** A released bundle on its way to what pulls it; config data is base64. */
export interface WireBundle {
  SpaceID: string;
  ReleaseNum: number;
  Units: Array<{ Slug: string; Data: string }>;
}

const PREFIX = 'data: ';

/** Sees each bundle on its way to what pulls it; gives the one that arrives in its place. */
export function onBundle(alter: (bundle: WireBundle) => WireBundle): Interception {
  return {
    line(exchange, line) {
      if (!path(exchange).endsWith('/bundles') || !line.startsWith(PREFIX)) return [line];
      const bundle = JSON.parse(line.slice(PREFIX.length)) as WireBundle;
      const altered = alter(bundle);
      return altered === bundle ? [line] : [`${PREFIX}${JSON.stringify(altered)}`];
    },
  };
}
