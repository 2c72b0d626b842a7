import { parseList } from './json';
import type { Run } from './run';

/** A space as the suite sees it. */
export interface Space {
  id: string;
  slug: string;
  labels: Record<string, string>;
}

interface SpaceRow {
  Space: { SpaceID: string; Slug: string; Labels?: Record<string, string> | null };
}

/** `cub space …` */
export class Spaces {
  constructor(private readonly run: Run) {}

  async list(where?: string): Promise<Space[]> {
    const rows = parseList<SpaceRow>(
      await this.run(['space', 'list', ...(where ? ['--where', where] : []), '--json']),
    );
    return rows.map(({ Space }) => ({ id: Space.SpaceID, slug: Space.Slug, labels: Space.Labels ?? {} }));
  }

  async create(slug: string, labels: Record<string, string> = {}): Promise<void> {
    const flags = Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]);
    await this.run(['space', 'create', slug, ...flags]);
  }

  /** Refused by ConfigHub while the space holds anything. */
  async delete(slug: string): Promise<void> {
    await this.run(['space', 'delete', slug]);
  }

  /** With everything in it, also what is live; only where the capability `recursiveDelete` is. */
  async deleteWithAll(slug: string): Promise<void> {
    await this.run(['space', 'delete', slug, '--recursive-force']);
  }
}
