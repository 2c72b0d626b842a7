import { CubError } from './error';
import { parseList } from './json';
import type { Run } from './run';
import { type Selection, selecting } from './units';

/** How a function is called. */
export interface Call {
  on: Selection;
  /** Name and arguments, such as `['set-replicas', '3']`. */
  call: readonly [name: string, ...args: string[]];
  /** The revision that results says why it was made. */
  why?: string;
  /** Works inside this change set, `SPACE/SLUG`. */
  changeSet?: string;
  /** Keeps the changed paths from later upgrades, where the version needs to be told. */
  protect?: boolean;
  dryRun?: boolean;
}

/** What a function did to one unit. */
export interface CallResult {
  unitId: string;
  /** The config data after the call. */
  data: string;
  /** What the function answered, decoded; `null` when it answers nothing. */
  output: unknown;
}

interface InvocationRow {
  UnitID: string;
  Success: boolean;
  ConfigData?: string;
  Output?: string;
  Error?: { Message?: string } | null;
  ErrorMessages?: string[] | null;
}

/** `cub function do` */
export class Functions {
  constructor(private readonly run: Run) {}

  /**
   * Calls a function on the selected units.
   *
   * @throws CubError also when the command exits with 0 and a unit's row says that it failed
   */
  async call(call: Call): Promise<CallResult[]> {
    const args = [
      ...['function', 'do', ...selecting(call.on)],
      ...(call.why ? ['--change-desc', call.why] : []),
      ...(call.changeSet ? ['--changeset', call.changeSet] : []),
      ...(call.protect ? ['--protect'] : []),
      ...(call.dryRun ? ['--dry-run'] : []),
      ...['--quiet', '--json', ...call.call],
    ];
    const rows = parseList<InvocationRow>(await this.run(args));
    const failed = rows.filter((row) => !row.Success);
    if (failed.length > 0) throw new CubError({ args, exitCode: 0, ...refusal(failed, rows.length) });
    return rows.map((row) => ({
      unitId: row.UnitID,
      data: Buffer.from(row.ConfigData ?? '', 'base64').toString('utf8'),
      output: JSON.parse(Buffer.from(row.Output || 'bnVsbA==', 'base64').toString('utf8')),
    }));
  }
}

function refusal(failed: InvocationRow[], total: number): { happened: string; told: string } {
  const told = failed.map((row) => row.Error?.Message ?? row.ErrorMessages?.join('; ') ?? 'no reason given');
  return {
    happened: `${failed.length} of ${total} units refused the function`,
    told: [...new Set(told)].join('; '),
  };
}
