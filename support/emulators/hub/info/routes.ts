import type { Call, Route } from '../routing/route';
import { VERSION } from './version';

/** What a client asks before it signs in. */
export const infoRoutes: Route[] = [{ method: 'GET', path: '/api/info', access: 'open', handler: info }];

function info(call: Call): object {
  return {
    AuthServer: '',
    Build: 'embedded',
    BuiltAt: VERSION.date,
    ClientID: '',
    RedirectURI: '',
    Revision: `${VERSION.number}-${call.hub.era.toLowerCase()}`,
    WorkerPort: String(call.hub.workerPort()),
  };
}
