import type { Fault } from '../../fault';
import { onBundle, type WireBundle } from '../../traffic/puller';

export const oldReleaseGoesOn: Fault = {
  name: 'A release is pulled, and the cluster goes on with the first one',
  part: 'worker',
  stage: 4,
  caughtBy: ['After the regions are applied all of them run the new algorithm'],
  settings: { MTX_DEPLOY: 'release' },
  inSetUp: true,
  hub() {
    const first = new Map<string, WireBundle>();
    return onBundle((bundle) => {
      const older = first.get(bundle.SpaceID) ?? bundle;
      first.set(bundle.SpaceID, older);
      return older.ReleaseNum === bundle.ReleaseNum ? bundle : { ...bundle, Units: older.Units };
    });
  },
};
