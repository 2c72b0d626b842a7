import type { DeleteOptions } from '../../store/cluster-store';
import type { KubeObject, KubeObjectInput } from '../../store/kube-object';

/** The part of a pod that an event is about. */
export interface EventSource {
  component: string;
  host?: string;
}

/** Something worth telling, as `kubectl describe` lists it. */
export interface Occurrence {
  about: Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  source: EventSource;
  fieldPath?: string;
}

/** One thing that a controller wants done. Decisions are lists of these; carrying them out is the loop's work. */
export type Change =
  | { do: 'create'; object: KubeObjectInput; manager?: string }
  | { do: 'update'; object: KubeObjectInput; manager?: string }
  | { do: 'update-status'; object: KubeObjectInput; manager?: string }
  | { do: 'delete'; resource: string; name: string; namespace: string; options?: DeleteOptions }
  | { do: 'tell'; occurrence: Occurrence };
