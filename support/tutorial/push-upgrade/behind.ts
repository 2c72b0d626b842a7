import type { Unit } from '../../cub/unit';
import { all, is } from '../../cub/where';
import type { HubView } from '../hub';

/** Chooses the clones of a unit that are behind it. */
export function whereBehind(upstream: Unit): string {
  return all(is('UpstreamUnitID', upstream.id), 'UpstreamRevisionNum < UpstreamUnit.HeadRevisionNum');
}

/** The clones of a unit that are behind it. */
export function clonesBehind(hub: HubView, base: Unit): Unit[] {
  return hub.units.filter(({ upstream }) => upstream?.id === base.id && upstream.revision < base.head);
}
