import { parseList } from './json';
import type { Run } from './run';
import { type Unit, type UnitRow, unitOf } from './unit';

/** A question about units that has a name. */
export interface Filter {
  space: string;
  slug: string;
  where?: string;
  data?: { resourceType: string; where: string };
}

/** `cub filter …`, in the spelling of versions whose commands take `--filter`. */
export class Filters {
  /** @param fields what is asked of each unit that a filter finds */
  constructor(
    private readonly run: Run,
    private readonly fields: string,
  ) {}

  async create(filter: Filter): Promise<void> {
    const metadata = filter.where ? ['--where-field', filter.where] : [];
    const data = filter.data
      ? ['--resource-type', filter.data.resourceType, '--where-data', filter.data.where]
      : [];
    await this.run(['filter', 'create', '--space', filter.space, filter.slug, 'Unit', ...metadata, ...data]);
  }

  /** The units, over all spaces, that the filter `SPACE/SLUG` finds. */
  async ask(filter: string): Promise<Unit[]> {
    const printed = await this.run([
      'unit',
      'list',
      '--space',
      '*',
      '--filter',
      filter,
      '--select',
      this.fields,
      '--json',
    ]);
    return parseList<UnitRow>(printed).map(unitOf);
  }

  async delete(space: string, slug: string): Promise<void> {
    await this.run(['filter', 'delete', '--space', space, slug]);
  }
}
