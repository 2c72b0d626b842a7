import { parseList } from './json';
import type { Run } from './run';

/** A named set of changes that belong together. */
export interface ChangeSet {
  id: string;
  slug: string;
  description: string;
}

interface ChangeSetRow {
  ChangeSet: { ChangeSetID: string; Slug: string; Description?: string };
}

/** `cub changeset …` */
export class ChangeSets {
  constructor(private readonly run: Run) {}

  async list(space: string): Promise<ChangeSet[]> {
    const rows = parseList<ChangeSetRow>(
      await this.run(['changeset', 'list', '--space', space, '--select', '*', '--json']),
    );
    return rows.map(({ ChangeSet }) => ({
      id: ChangeSet.ChangeSetID,
      slug: ChangeSet.Slug,
      description: ChangeSet.Description ?? '',
    }));
  }

  async create(space: string, slug: string, description: string): Promise<void> {
    await this.run(['changeset', 'create', '--space', space, slug, '--description', description]);
  }

  async describe(space: string, slug: string, description: string): Promise<void> {
    await this.run(['changeset', 'update', '--space', space, slug, '--description', description]);
  }

  async delete(space: string, slug: string): Promise<void> {
    await this.run(['changeset', 'delete', '--space', space, slug]);
  }
}
