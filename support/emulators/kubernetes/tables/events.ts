import type { KubeObject } from '../store/kube-object';
import { type Column, NAME, since, text, wide } from './column';

interface Event extends KubeObject {
  involvedObject: { kind?: string; name?: string; fieldPath?: string };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  source?: { component?: string; host?: string };
  reportingComponent?: string;
  reportingInstance?: string;
  firstTimestamp?: string;
  lastTimestamp?: string;
  eventTime?: string;
  series?: { count?: number; lastObservedTime?: string };
}

const event = (object: KubeObject): Event => object as Event;
const firstSeen = (object: KubeObject): string | undefined =>
  event(object).firstTimestamp ?? event(object).eventTime;

/** `kubectl get events` */
export const EVENT_COLUMNS: Column[] = [
  text('Last Seen', (object, now) => {
    const { series, lastTimestamp } = event(object);
    return since(series?.lastObservedTime ?? lastTimestamp ?? firstSeen(object), now);
  }),
  text('Type', (object) => event(object).type ?? ''),
  text('Reason', (object) => event(object).reason ?? ''),
  text('Object', (object) => {
    const { kind = '', name } = event(object).involvedObject;
    return name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase();
  }),
  wide('Subobject', (object) => event(object).involvedObject.fieldPath ?? ''),
  wide('Source', (object) => {
    const { source, reportingComponent, reportingInstance } = event(object);
    const component = source?.component ?? reportingComponent ?? '';
    const host = source?.component ? source.host : reportingInstance;
    return host ? `${component}, ${host}` : component;
  }),
  text('Message', (object) => event(object).message?.trim() ?? ''),
  wide('First Seen', (object, now) => since(firstSeen(object), now)),
  wide('Count', (object) => event(object).series?.count ?? event(object).count ?? 1),
  { ...NAME, priority: 1 },
];
