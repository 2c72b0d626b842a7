import { parseList } from './json';
import type { Run } from './run';

interface UserRow {
  UserID: string;
  Username?: string;
}

/** `cub user …` */
export class Users {
  constructor(private readonly run: Run) {}

  /** The names of the organization's users, by their ids. */
  async names(): Promise<Map<string, string>> {
    const rows = parseList<UserRow>(await this.run(['user', 'list', '--json']));
    return new Map(rows.map(({ UserID, Username }) => [UserID, Username ?? '']));
  }
}
