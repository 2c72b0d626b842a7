import type { Fault } from '../../faults/fault';

/** The settings of a fault behind what it is about: `, with MTX_DEPLOY=release`; nothing where it has none. */
export function withSettings(settings: Fault['settings'] = {}): string {
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return set.length > 0 ? `, with ${set.join(' ')}` : '';
}
