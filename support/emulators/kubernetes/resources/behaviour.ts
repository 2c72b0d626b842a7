import type { FieldError } from '../status/field-error';
import type { KubeObject } from '../store/kube-object';

/** What a resource does with its objects beyond what all do. Objects have passed the decoder: types are right. */
export interface Behaviour {
  /** How names are checked; a DNS subdomain unless given. */
  name?: (name: string) => string[];
  /** The object that a writer means when it says nothing, for who owns what: structs that are always there. */
  empty?: { [field: string]: unknown };
  /** Fills in what the API fills in, on every write. */
  setDefaults?: (object: KubeObject) => void;
  /** Readies a new object: first status, fields that only the server sets. */
  prepareCreate?: (object: KubeObject) => void;
  /** Readies a changed object: takes over what cannot be changed silently. */
  prepareUpdate?: (object: KubeObject, before: KubeObject) => void;
  /** What is wrong with an object. */
  validate?: (object: KubeObject) => FieldError[];
  /** What is wrong with a change; `validate` has been asked already. */
  validateUpdate?: (object: KubeObject, before: KubeObject) => FieldError[];
}
