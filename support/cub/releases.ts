import { CubError } from './error';
import { parseJson, parseList } from './json';
import type { Run } from './run';

/** A bundle of what a space holds, for the cluster to pull. */
export interface Release {
  /** Counts the releases of the space, from 1. */
  number: number;
  /** The id of its space. */
  spaceId: string;
}

/** What publishing gave. */
export interface Published extends Release {
  /** It was made now; else nothing was new, and it is the latest one. */
  isNew: boolean;
}

interface ReleaseFields {
  ReleaseNum: number;
  SpaceID: string;
}

interface SpaceRow {
  Space: { Slug: string; ReleaseTargetID?: string | null };
}

/** `cub release …`, and where releases of a space go; only where the capability `releases` is. */
export class Releases {
  constructor(private readonly run: Run) {}

  /**
   * Releases what a space holds. With nothing new since the latest release, that one is the answer.
   *
   * @param revision other revisions than the heads, such as `ChangeSet:SPACE/SLUG`
   * @throws CubError also naming the gate that holds a unit back
   */
  async publish(space: string, revision?: string): Promise<Published> {
    const which = revision ? ['--revision', revision] : [];
    try {
      const printed = await this.run(['release', 'publish', space, ...which, '--quiet', '--json']);
      return { ...releaseOf(parseJson<ReleaseFields>(printed)), isNew: true };
    } catch (error) {
      const latest = isNothingNew(error) ? (await this.list(space))[0] : undefined;
      if (!latest) throw error;
      return { ...latest, isNew: false };
    }
  }

  /** The releases of a space, newest first. */
  async list(space: string): Promise<Release[]> {
    const printed = await this.run(['release', 'list', '--space', space, '--json']);
    return parseList<{ Release: ReleaseFields }>(printed).map(({ Release }) => releaseOf(Release));
  }

  /** The ids of the targets that releases of spaces go to, by the slugs of those that have one. */
  async targets(where: string): Promise<Map<string, string>> {
    const asked = ['--where', where, '--select', 'ReleaseTargetID', '--json'];
    const rows = parseList<SpaceRow>(await this.run(['space', 'list', ...asked]));
    const known = rows.flatMap(
      ({ Space }): Array<[string, string]> =>
        Space.ReleaseTargetID ? [[Space.Slug, Space.ReleaseTargetID]] : [],
    );
    return new Map(known);
  }

  /** Sends the releases of a space to a target. */
  async sendTo(space: string, targetId: string): Promise<void> {
    await this.run(['space', 'update', space, '--release-target', targetId]);
  }
}

function releaseOf({ ReleaseNum, SpaceID }: ReleaseFields): Release {
  return { number: ReleaseNum, spaceId: SpaceID };
}

function isNothingNew(error: unknown): boolean {
  return error instanceof CubError && /no changes were made since/.test(error.told);
}
