import { parseList } from './json';
import type { Run } from './run';

interface TagRow {
  Tag: { Slug: string };
}

/** `cub tag …`: marks on revisions; change sets leave two each. */
export class Tags {
  constructor(private readonly run: Run) {}

  /** The names of a space's tags. */
  async list(space: string): Promise<string[]> {
    const rows = parseList<TagRow>(await this.run(['tag', 'list', '--space', space, '--json']));
    return rows.map(({ Tag }) => Tag.Slug);
  }

  async delete(space: string, slugs: readonly string[]): Promise<void> {
    await this.run(['tag', 'delete', '--space', space, '--tag', slugs.join(',')]);
  }
}
