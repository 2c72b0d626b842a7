import type { Place } from './names';

/** A service of TraderX. */
export type Service = 'reference-data' | 'trade-service';

export const SERVICES: readonly Service[] = ['reference-data', 'trade-service'];

/** What runs at a place: changes are rehearsed with trade-service alone. */
export function servicesAt(place: Place): readonly Service[] {
  return place === 'dev' || place === 'staging' ? ['trade-service'] : SERVICES;
}

/** The manifest that a service's first unit is made of. */
export const manifestOf: Record<Service, string> = {
  'reference-data': 'k8s/reference-data.yaml',
  'trade-service': 'k8s/trade-service.yaml',
};

/** Stands in manifests for a namespace that nobody has chosen yet. */
export const PLACEHOLDER = 'confighubplaceholder';
