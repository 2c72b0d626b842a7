import { type Capabilities, releasesOnly } from './capabilities';
import { parseList } from './json';
import type { Run } from './run';
import { type Unit, type UnitRow, unitOf } from './unit';

/** Chooses units: in one space by name, or anywhere by condition. */
export type Selection = { space: string; units: readonly string[] } | { space: '*'; where: string };

/** What a bulk command says of one unit. */
export interface BulkRow {
  Unit?: { UnitID: string; Slug: string; SpaceID: string; Data?: string } | null;
  Error?: { Message: string } | null;
}

/** The flags of a selection. */
export function selecting(selection: Selection): string[] {
  return 'where' in selection
    ? ['--space', '*', '--where', selection.where]
    : ['--space', selection.space, '--unit', selection.units.join(',')];
}

/** What is asked of a unit: not the history of each value, which is long. */
const FIELDS = [
  'Data',
  'HeadRevisionNum',
  'LiveRevisionNum',
  'LastAppliedRevisionNum',
  'LastChangeDescription',
  'UpstreamUnitID',
  'UpstreamRevisionNum',
  'TargetID',
  'ApplyGates',
  'ApprovedBy',
  'Space.Slug',
  'Target.Slug',
  'UpstreamUnit.Slug',
  'UpstreamUnit.HeadRevisionNum',
];

/** `cub unit …`, without what changes the cluster. */
export class Units {
  /** @param can older versions do not know of all fields */
  constructor(
    private readonly run: Run,
    private readonly can: Pick<Capabilities, 'apply' | 'releases' | 'changeSetLock' | 'warnings'>,
  ) {}

  /** The fields to select in lists of units. */
  get fields(): string {
    const newer = [
      ...(this.can.changeSetLock ? ['ChangeSetID'] : []),
      ...(releasesOnly(this.can) ? ['LastReleasedRevisionNum'] : []),
      ...(this.can.warnings ? ['ApplyWarnings'] : []),
    ];
    return [...FIELDS, ...newer].join(',');
  }

  /** All units that fulfil the conditions, over all spaces. */
  async list(where: string, data?: { resourceType: string; where: string }): Promise<Unit[]> {
    const onData = data ? ['--resource-type', data.resourceType, '--where-data', data.where] : [];
    const rows = parseList<UnitRow>(
      await this.run([
        'unit',
        'list',
        '--space',
        '*',
        '--where',
        where,
        ...onData,
        '--select',
        this.fields,
        '--json',
      ]),
    );
    return rows.map(unitOf);
  }

  /** `file` is a path, or `-` with the manifest in `input`. */
  async create(space: string, slug: string, file: string, input?: string): Promise<void> {
    await this.run(['unit', 'create', '--space', space, slug, file], input);
  }

  async clone(from: { space: string; unit: string }, to: { space: string; slug: string }): Promise<void> {
    const upstream = ['--upstream-space', from.space, '--upstream-unit', from.unit];
    await this.run(['unit', 'create', '--space', to.space, to.slug, ...upstream]);
  }

  /** Clones each of the units into each of the spaces, under the same name. */
  async cloneAll(space: string, units: readonly string[], destinations: readonly string[]): Promise<void> {
    const target = ['--dest-space', destinations.join(',')];
    await this.run(['unit', 'create', '--space', space, '--unit', units.join(','), ...target]);
  }

  /** Replaces all config data of a unit. */
  async replaceData(space: string, slug: string, manifest: string, why: string): Promise<void> {
    await this.run(['unit', 'update', '--space', space, slug, '-', '--change-desc', why], manifest);
  }

  async setTarget(selection: Selection, targetId: string): Promise<BulkRow[]> {
    return this.patch(selection, ['--from-stdin'], JSON.stringify({ TargetID: targetId }));
  }

  /** Brings the selected units to the head of their upstream. */
  async upgrade(selection: Selection): Promise<BulkRow[]> {
    return this.patch(selection, ['--upgrade']);
  }

  /** What `upgrade` would do, without doing it; only where the capability `dryRun` is. */
  async previewUpgrade(selection: Selection): Promise<BulkRow[]> {
    return this.patch(selection, ['--upgrade', '--dry-run']);
  }

  /** `revision` as the command line spells it: a number, `Before:ChangeSet:SPACE/SLUG`, … */
  async restore(space: string, slug: string, revision: string, why: string): Promise<void> {
    await this.run(['unit', 'update', '--space', space, slug, '--restore', revision, '--change-desc', why]);
  }

  async restoreAll(selection: Selection, revision: string, why: string): Promise<BulkRow[]> {
    return this.patch(selection, ['--restore', revision, '--change-desc', why]);
  }

  /** Opens the change set `SPACE/SLUG` on the units; `-` closes the one that is open. */
  async setChangeSet(selection: Selection, changeSet: string): Promise<BulkRow[]> {
    return this.patch(selection, ['--changeset', changeSet]);
  }

  /** Carries what changed in another unit between two revisions over to this one. */
  async merge(
    into: { space: string; unit: string },
    from: { unit: string; base: string; end: string },
    why: string,
  ): Promise<void> {
    const range = ['--merge-source', from.unit, '--merge-base', from.base, '--merge-end', from.end];
    await this.run([
      'unit',
      'update',
      '--patch',
      '--space',
      into.space,
      into.unit,
      ...range,
      '--change-desc',
      why,
    ]);
  }

  /** Approves the head revisions of the units, in the name of whoever is logged in. */
  async approve(selection: Selection): Promise<void> {
    await this.run(['unit', 'approve', ...selecting(selection)]);
  }

  async clearTarget(space: string, slug: string): Promise<void> {
    await this.run(['unit', 'set-target', '--space', space, slug, '-']);
  }

  async delete(space: string, slugs: readonly string[]): Promise<void> {
    await this.run(['unit', 'delete', '--space', space, '--unit', slugs.join(',')]);
  }

  private async patch(selection: Selection, what: readonly string[], input?: string): Promise<BulkRow[]> {
    return parseList<BulkRow>(
      await this.run(
        ['unit', 'update', '--patch', ...selecting(selection), ...what, '--quiet', '--json'],
        input,
        'rows',
      ),
    );
  }
}
