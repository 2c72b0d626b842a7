import type { ClusterStore } from '../../store/cluster-store';
import type { Change } from './change';
import type { EventRecorder } from './event-recorder';

/**
 * What decisions do to the cluster. The loop carries out every change through this, so that whoever stands in front
 * of it sees, and may alter, all of them.
 */
export interface Effects {
  /**
   * Carries one change out.
   *
   * @throws ApiError when the API refuses it
   */
  carryOut(change: Change): void;
}

/**
 * Effects on a store. A decision is made from the newest objects and carried out before anything else happens, so
 * objects are written without a check of their version.
 */
export function storeEffects(store: ClusterStore, recorder: EventRecorder): Effects {
  return {
    carryOut(change) {
      switch (change.do) {
        case 'create':
          store.create(change.object, manager(change));
          return;
        case 'update':
          store.update(unversioned(change.object), manager(change));
          return;
        case 'update-status':
          store.updateStatus(unversioned(change.object), manager(change));
          return;
        case 'delete':
          store.delete(change.resource, change.name, change.namespace, change.options);
          return;
        case 'tell':
          recorder.record(change.occurrence);
      }
    },
  };
}

function manager(change: { manager?: string }) {
  return change.manager === undefined ? undefined : { manager: change.manager };
}

function unversioned<T extends { metadata: { resourceVersion?: string } }>(object: T): T {
  const { resourceVersion: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}
