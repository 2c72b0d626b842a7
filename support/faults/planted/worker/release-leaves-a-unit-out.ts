import type { Fault } from '../../fault';
import { onBundle } from '../../traffic/puller';

export const releaseLeavesAUnitOut: Fault = {
  name: 'A release carries only some of its units',
  part: 'worker',
  stage: 3,
  caughtBy: ['All three regions are deployed'],
  settings: { MTX_DEPLOY: 'release' },
  // Of the namespaces; a lost service would be waited for.
  hub: () =>
    onBundle((bundle) => ({ ...bundle, Units: bundle.Units.filter(({ Slug }) => Slug !== 'ns-us') })),
};
