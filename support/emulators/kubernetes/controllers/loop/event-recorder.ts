import { timestamp } from '../../clock/clock';
import { isRefusal } from '../../status/api-error';
import type { ClusterStore } from '../../store/cluster-store';
import type { KubeObject } from '../../store/kube-object';
import type { Occurrence } from './change';

/** Writes down what happened, as events that `kubectl describe` and `kubectl get events` show. */
export interface EventRecorder {
  /** Writes an occurrence down; the same again counts up the event that tells of it. */
  record(occurrence: Occurrence): void;
  /** Forgets which events were written, after the store was replaced. */
  forget(): void;
}

interface Event extends KubeObject {
  count: number;
  lastTimestamp: string;
}

const KEPT = 60 * 60 * 1_000;
const REMEMBERED = 4_096;

/**
 * A recorder on a store, as client-go's: the same occurrence is one event with a count, and events are kept for an
 * hour of wall-clock time.
 *
 * @param now the wall clock
 * @param suffix what stands behind the dot in the name of a new event, always growing
 */
export function createEventRecorder(
  store: ClusterStore,
  now: () => Date,
  suffix: () => string,
): EventRecorder {
  const written = new Map<string, { name: string; namespace: string }>();
  let swept = now().getTime();

  function repeat(id: string): boolean {
    const known = written.get(id);
    const event = known && store.get<Event>('events', known.name, known.namespace);
    if (!event) return false;
    store.update({ ...event, count: event.count + 1, lastTimestamp: timestamp(now()) });
    return true;
  }

  function write(id: string, occurrence: Occurrence): void {
    const event = eventOf(occurrence, suffix(), timestamp(now()));
    try {
      const { name, namespace = '' } = store.create(event).metadata;
      written.delete(id);
      written.set(id, { name, namespace });
    } catch (error) {
      // As with the real recorder, nothing is told about what happens in a namespace on its way out.
      if (!isRefusal(error, 'Forbidden') && !isRefusal(error, 'NotFound')) throw error;
    }
    const oldest = written.keys().next();
    if (written.size > REMEMBERED && !oldest.done) written.delete(oldest.value);
  }

  function sweep(): void {
    const time = now().getTime();
    if (time - swept < KEPT / 60) return;
    swept = time;
    for (const { metadata, lastTimestamp } of store.list<Event>('events')) {
      if (time - Date.parse(lastTimestamp) > KEPT) store.delete('events', metadata.name, metadata.namespace);
    }
  }

  return {
    record(occurrence) {
      sweep();
      const { about, type, reason, message, source, fieldPath } = occurrence;
      const id = JSON.stringify([about.metadata.uid, type, reason, message, source, fieldPath]);
      if (!repeat(id)) write(id, occurrence);
    },
    forget: () => written.clear(),
  };
}

function eventOf(occurrence: Occurrence, suffix: string, stamp: string) {
  const { about, type, reason, message, source, fieldPath } = occurrence;
  const { name, namespace = 'default', uid, resourceVersion } = about.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.${suffix}`, namespace },
    involvedObject: {
      apiVersion: about.apiVersion,
      kind: about.kind,
      name,
      namespace: about.metadata.namespace,
      uid,
      resourceVersion,
      ...(fieldPath ? { fieldPath } : {}),
    },
    type,
    reason,
    message,
    source,
    reportingComponent: source.component,
    reportingInstance: source.host ?? '',
    firstTimestamp: stamp,
    lastTimestamp: stamp,
    eventTime: null,
    count: 1,
  };
}
