import type { ClusterStore, StoreEvent } from '../../store/cluster-store';
import type { Change } from './change';
import type { Moments } from './moments';

/** The store, for looking only. */
export type ClusterReader = Pick<ClusterStore, 'get' | 'list'>;

/** Which object a controller is to look at again. */
export interface Key {
  namespace: string;
  name: string;
}

/** What a controller knows besides the objects. */
export interface Circumstances {
  now: Date;
  /** When things were first seen, more exactly than timestamps in whole seconds tell. */
  moments: Moments;
  /** The sentence with which the last decision about this key was refused by the API, if it was. */
  refused?: string;
  /** A fresh suffix for a generated name, such as `x7k2m`. */
  suffix: () => string;
}

/** What is to be done, and after how many emulated milliseconds to look again even if nothing happens. */
export interface Decision {
  changes: Change[];
  again?: number;
}

/** A controller: which events concern it, and what it decides about one object. It changes nothing by itself. */
export interface Controller {
  name: string;
  /** Every object that it looks after, for a start from scratch. */
  all(reader: ClusterReader): Key[];
  /** The objects that an event makes it look at again. */
  concerns(event: StoreEvent, reader: ClusterReader): Key[];
  /** Decides about one object from what the store holds now. */
  decide(key: Key, reader: ClusterReader, circumstances: Circumstances): Decision;
}

/** The key of an object. */
export function keyOf(object: { metadata: { namespace?: string; name: string } }): Key {
  return { namespace: object.metadata.namespace ?? '', name: object.metadata.name };
}
