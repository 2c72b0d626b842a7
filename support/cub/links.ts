import { parseList } from './json';
import type { Run } from './run';

/** A link: the from-unit needs what the to-unit provides. */
export interface Link {
  slug: string;
  space: string;
  from: string;
  to: string;
  toSpace: string;
}

interface LinkRow {
  Link: { Slug: string };
  Space?: { Slug: string } | null;
  FromUnit?: { Slug: string } | null;
  ToUnit?: { Slug: string } | null;
  ToSpace?: { Slug: string } | null;
}

const FIELDS = 'Slug,Space.Slug,FromUnit.Slug,ToUnit.Slug,ToSpace.Slug';

/** `cub link …` */
export class Links {
  constructor(private readonly run: Run) {}

  /** All links of one space; older versions cannot list those of all spaces. */
  async list(space: string): Promise<Link[]> {
    const rows = parseList<LinkRow>(
      await this.run(['link', 'list', '--space', space, '--select', FIELDS, '--json']),
    );
    return rows.map((row) => ({
      slug: row.Link.Slug,
      space: row.Space?.Slug ?? space,
      from: row.FromUnit?.Slug ?? '',
      to: row.ToUnit?.Slug ?? '',
      toSpace: row.ToSpace?.Slug ?? '',
    }));
  }

  async create(link: Link): Promise<void> {
    const { space, slug, from, to, toSpace } = link;
    await this.run([
      'link',
      'create',
      '--space',
      space,
      slug,
      from,
      to,
      ...(toSpace === space ? [] : [toSpace]),
    ]);
  }

  async delete(space: string, slugs: readonly string[]): Promise<void> {
    await this.run(['link', 'delete', '--space', space, '--link', slugs.join(',')]);
  }
}
