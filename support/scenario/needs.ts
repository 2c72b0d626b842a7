import { type Capability, capabilityNames } from '../cub/capabilities';
import type { Session } from './session';

type Need = (session: Session) => string | undefined;

const ofCub =
  (capability: Capability): Need =>
  ({ can }) =>
    can[capability] ? undefined : `this cub lacks ${capabilityNames[capability]}`;

/** What a tag demands of the environment; each gives the reason when it is not there. */
const needs: Record<string, Need> = {
  '@needs-kubelet': ({ environment: { cluster } }) =>
    cluster.pullsImages ? undefined : `pods of a ${cluster.kind} cluster become ready whatever their image`,
  '@needs-running-services': ({ environment: { cluster } }) =>
    cluster.runsPods ? undefined : `nothing runs in the pods of a ${cluster.kind} cluster`,
  '@needs-apply': ofCub('apply'),
  '@needs-changeset-lock': ofCub('changeSetLock'),
  '@needs-merge': ofCub('merge'),
  '@needs-dry-run': ofCub('dryRun'),
  '@needs-named-filters': ofCub('namedFilters'),
  '@needs-warnings': ofCub('warnings'),
  '@needs-bundled-cub': ({ environment: { cub } }) =>
    cub.kind === 'bundled' ? undefined : 'only the bundled cub can play an older one',
  '@needs-published-versions': ({ environment: { cluster } }) =>
    cluster.kind === 'embedded' || !cluster.pullsImages
      ? undefined
      : 'the TraderX images have no version tags that could be pulled',
  '@embedded-only': ({ environment: { hub, cluster } }) =>
    hub.kind === 'embedded' && cluster.kind === 'embedded'
      ? undefined
      : 'this is about the embedded environment',
};

/** Why scenarios with these tags cannot run here; nothing when they can. An unknown need is an error. */
export function reasonToSkip(tags: readonly string[], session: Session): string | undefined {
  for (const tag of tags) {
    const need = needs[tag];
    if (!need && tag.startsWith('@needs-')) throw new Error(`nobody knows what ${tag} needs`);
    const reason = need?.(session);
    if (reason) return reason;
  }
  return undefined;
}
