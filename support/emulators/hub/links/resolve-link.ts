import { setScalar } from '../config-data/edit';
import { openConfig, parseConfig, type Resource } from '../config-data/index';
import { joinPath } from '../config-data/paths';
import { printFile } from '../config-data/print';
import { resourcesOf } from '../config-data/resources';
import { diffResources } from '../merge/diff-config';
import type { ResourceMutation } from '../merge/model';
import { markLocal, sourceOf } from '../merge/sources';
import { canonicalPath } from './canonical-path';
import { isProvided, references } from './needs';
import { isPlaceholder } from './placeholders';

/**
 * `setByLink` tells whether the mutation with this index was made by the link that is being resolved: a value that
 * it set earlier follows when the to-unit changes, a value that somebody else wrote stays.
 */
export interface ResolveLinkInput {
  fromData: string;
  toData: string;
  fromSources: ResourceMutation[];
  setByLink(mutationIndex: number): boolean;
  index: number;
}

/**
 * Fills in what the from-unit needs with what the to-unit provides (contract 4.2): the names of resources of the
 * type that a place refers to. Only placeholders, and values this link set before, are written, and never with
 * another placeholder. Of several resources of a type the first counts. Nothing to provide is no error. The mutations
 * are local ones, so that an upgrade leaves them alone. Throws ConfigDataError for bad data.
 */
export function resolveLink(input: ResolveLinkInput): { data: string; mutations: ResourceMutation[] } {
  const provided = providedNames(parseConfig(input.toData));
  const { file, resources } = openConfig(input.fromData);
  for (const resource of resources) {
    for (const { toType, entry, parent, segments } of references(resource)) {
      const name = provided.get(toType);
      const old = entry.value.kind === 'scalar' ? entry.value.value : undefined;
      if (name === undefined || name === old) continue;
      if (isPlaceholder(old) || wasSet(input, resource, segments)) setScalar(parent, entry, name, file);
    }
  }
  const mutations = diffResources(parseConfig(input.fromData), resourcesOf(file), input.index);
  return { data: printFile(file), mutations: markLocal(mutations) };
}

function providedNames(resources: Resource[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const resource of resources) {
    const name = resource.nameWithoutScope;
    if (isProvided(resource) && !isPlaceholder(name) && !names.has(resource.type))
      names.set(resource.type, name);
  }
  return names;
}

function wasSet(input: ResolveLinkInput, resource: Resource, segments: readonly string[]): boolean {
  const source = sourceOf(input.fromSources, {
    ResourceType: resource.type,
    ResourceNameWithoutScope: resource.nameWithoutScope,
  });
  const info = source?.PathMutationMap[joinPath(canonicalPath(resource.root, segments))];
  return info !== undefined && input.setByLink(info.Index);
}
