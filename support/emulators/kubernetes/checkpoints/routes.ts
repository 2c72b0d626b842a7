import type { User } from '../auth/user';
import type { Exchange } from '../server/exchange';
import { ApiError } from '../status/api-error';
import { methodNotAllowed, noSuchPath } from '../status/refusals';
import type { Checkpoints } from './checkpoints';

/** What the routes need: the checkpoints, and what else has to happen when the state is replaced. */
export interface CheckpointRoutes {
  checkpoints: Checkpoints;
  /** Cuts all streams, and has controllers and pods begin anew. */
  afterRestore: () => void;
}

/**
 * `/emulator/checkpoints[/NAME[/restore]]`: list, save, restore and remove. False when the path is none of these.
 *
 * @throws ApiError 403 for anyone but the administrator
 */
export function answerCheckpoints(routes: CheckpointRoutes, exchange: Exchange, user: User): boolean {
  const [emulator, collection, rawName, action, ...more] = exchange.path.split('/').slice(1);
  if (emulator !== 'emulator') return false;
  if (collection !== 'checkpoints' || more.length > 0) throw noSuchPath();
  if (!user.groups.includes('system:masters')) {
    throw new ApiError(403, 'Forbidden', `User ${JSON.stringify(user.name)} cannot use checkpoints`);
  }
  const { checkpoints } = routes;
  if (rawName === undefined) {
    if (exchange.method !== 'GET') throw methodNotAllowed();
    exchange.send(200, { checkpoints: checkpoints.names() });
    return true;
  }
  const name = decodeName(rawName);
  if (action === 'restore' && exchange.method === 'POST') {
    checkpoints.restore(name);
    routes.afterRestore();
  } else if (action !== undefined) throw action === 'restore' ? methodNotAllowed() : noSuchPath();
  else if (exchange.method === 'POST') checkpoints.save(name);
  else if (exchange.method === 'DELETE') checkpoints.remove(name);
  else throw methodNotAllowed();
  exchange.send(200, { checkpoints: checkpoints.names() });
  return true;
}

function decodeName(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
