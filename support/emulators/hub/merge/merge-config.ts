import { insertDocument, removeDocument } from '../config-data/documents';
import { openConfig, parseConfig, type Resource } from '../config-data/index';
import { joinPath } from '../config-data/paths';
import { printFile } from '../config-data/print';
import { resourcesOf } from '../config-data/resources';
import { rootText } from '../config-data/snippet';
import type { TreeFile } from '../config-data/tree';
import { diffResources } from './diff-config';
import { matchResources } from './match-resources';
import { mergeMaps, shown } from './merge-nodes';
import type { Conflict, MergeInput, MergeResult, ResourceMutation } from './model';
import { type Ownership, ownershipOf } from './ownership';
import { markLocal, sourceOf } from './sources';

/**
 * Brings what changed from `base` to `theirs` into `local` and keeps what was written there: an upgrade (upstream's
 * range) or a lateral merge (another unit's range). Values are set in place; comments, key order and every line not
 * concerned stay. What is withheld is a conflict, never a failure. Throws ConfigDataError for bad data.
 */
export function mergeConfig(input: MergeInput): MergeResult {
  const newline = input.local.includes('\r\n') ? '\r\n' : '\n';
  const base = input.base.replace(/\r?\n/g, newline);
  const theirs = input.theirs.replace(/\r?\n/g, newline);
  const merge = new ResourceMerge({ ...input, base, theirs });
  for (const { before, after } of matchResources(parseConfig(base), parseConfig(theirs))) {
    if (after === undefined) merge.removed(before as Resource);
    else if (before === undefined) merge.added(after);
    else merge.changed(before, after);
  }
  const data = printFile(merge.file);
  const mutations = diffResources(parseConfig(input.local), resourcesOf(merge.file), input.index);
  return { data, mutations: input.asLocal ? markLocal(mutations) : mutations, conflicts: merge.conflicts };
}

class ResourceMerge {
  readonly conflicts: Conflict[] = [];
  readonly file: TreeFile;
  private readonly resources: Resource[];

  constructor(private readonly input: MergeInput) {
    ({ file: this.file, resources: this.resources } = openConfig(input.local));
  }

  changed(before: Resource, after: Resource): void {
    if (rootText(before.root) === rootText(after.root)) return;
    const local = this.localOf(before);
    if (before.nameWithoutScope !== after.nameWithoutScope && this.isTaken(after, local)) {
      this.removed(before);
      this.added(after);
      return;
    }
    if (local === undefined) this.conflict(before, 'DeleteShadowed', undefined, rootText(after.root));
    else this.mergeInto(local, before, after);
  }

  added(resource: Resource): void {
    const local = this.localOf(resource);
    const source = sourceOf(this.input.localSources, infoOf(resource));
    const wasRemoved =
      source?.ResourceMutationInfo.MutationType === 'Delete' && !source.ResourceMutationInfo.Predicate;
    if (local) this.mergeInto(local, undefined, resource);
    else if (wasRemoved) this.conflict(resource, 'DeleteShadowed', undefined, rootText(resource.root));
    else this.insert(resource);
  }

  removed(resource: Resource): void {
    const local = this.localOf(resource);
    if (local === undefined) return;
    if (this.ownership(local).isEdited) {
      this.conflict(local, 'ProtectedPath', rootText(local.root), undefined);
      return;
    }
    const position = this.resources.indexOf(local);
    removeDocument(this.file, position);
    this.resources.splice(position, 1);
  }

  private mergeInto(local: Resource, before: Resource | undefined, after: Resource): void {
    const context = {
      file: this.file,
      ownership: this.ownership(local),
      withhold: (
        segments: readonly string[],
        reason: Conflict['Reason'],
        mine?: Parameters<typeof shown>[0],
        theirs?: Parameters<typeof shown>[0],
      ) => this.conflict(local, reason, shown(mine), shown(theirs), joinPath(segments)),
    };
    mergeMaps(context, [], before?.root, after.root, local.root);
  }

  /** Behind the resource that precedes it upstream, else at the end. */
  private insert(resource: Resource): void {
    const theirs = parseConfig(this.input.theirs);
    const before = theirs.slice(0, theirs.indexOf(resource)).reverse();
    const neighbour = before.map((candidate) => this.localOf(candidate)).find((found) => found !== undefined);
    const position = neighbour ? this.resources.indexOf(neighbour) + 1 : this.resources.length;
    const document = insertDocument(this.file, resource.document, position);
    this.resources.splice(position, 0, { ...resource, document, root: resource.root });
  }

  /** The local resource that an upstream one became: same type, same name in any namespace, or a name it had. */
  private localOf(resource: Resource): Resource | undefined {
    const ofType = this.resources.filter(({ type }) => type === resource.type);
    const had = (local: Resource): boolean =>
      resource.nameWithoutScope in (this.source(local)?.AliasesWithoutScopes ?? {});
    return (
      ofType.find(({ name }) => name === resource.name) ??
      ofType.find(({ nameWithoutScope }) => nameWithoutScope === resource.nameWithoutScope) ??
      ofType.find(had)
    );
  }

  /** Upstream gave a resource a name that another one has here: it counts as removed and added. */
  private isTaken({ type, nameWithoutScope }: Resource, local: Resource | undefined): boolean {
    return this.resources.some(
      (other) => other !== local && other.type === type && other.nameWithoutScope === nameWithoutScope,
    );
  }

  private source(local: Resource): ResourceMutation | undefined {
    return sourceOf(this.input.localSources, infoOf(local));
  }

  private ownership(local: Resource): Ownership {
    return ownershipOf(this.source(local), this.input.mode);
  }

  private conflict(
    resource: Resource,
    Reason: Conflict['Reason'],
    Local: string | undefined,
    Upstream: string | undefined,
    Path = '',
  ): void {
    this.conflicts.push({
      ResourceType: resource.type,
      ResourceName: resource.name,
      Path,
      Reason,
      ...(Local === undefined ? {} : { Local }),
      ...(Upstream === undefined ? {} : { Upstream }),
    });
  }
}

function infoOf({ type, nameWithoutScope }: Resource): {
  ResourceType: string;
  ResourceNameWithoutScope: string;
} {
  return { ResourceType: type, ResourceNameWithoutScope: nameWithoutScope };
}
