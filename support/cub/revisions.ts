import { parseList } from './json';
import type { Run } from './run';

/** One entry of a unit's history. */
export interface Revision {
  number: number;
  id: string;
  data: string;
  /** Why it was made. */
  description: string;
  source: string;
  /** Who made it: a user's name, or empty where the server tells none. */
  user: string;
  createdAt: string;
}

interface RevisionRow {
  Revision: {
    RevisionNum: number;
    RevisionID: string;
    Data?: string;
    Description?: string;
    Source?: string;
    CreatedAt?: string;
  };
  User?: { Username?: string; Slug?: string } | null;
}

const FIELDS = 'RevisionNum,RevisionID,Data,Description,Source,CreatedAt';

/** `cub revision …` */
export class Revisions {
  constructor(private readonly run: Run) {}

  /** A unit's history, oldest first. */
  async list(space: string, unit: string): Promise<Revision[]> {
    const printed = await this.run([
      'revision',
      'list',
      '--space',
      space,
      unit,
      '--select',
      FIELDS,
      '--json',
    ]);
    return parseList<RevisionRow>(printed)
      .map(({ Revision, User }) => ({
        number: Revision.RevisionNum,
        id: Revision.RevisionID,
        data: Buffer.from(Revision.Data ?? '', 'base64').toString('utf8'),
        description: Revision.Description ?? '',
        source: Revision.Source ?? '',
        user: User?.Username ?? '',
        createdAt: Revision.CreatedAt ?? '',
      }))
      .sort((a, b) => a.number - b.number);
  }
}
