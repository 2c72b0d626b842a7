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

/** What became of a call on one unit. */
export interface CallOutcome extends CallResult {
  /** Why the unit refused; absent when it did not. */
  refused?: string;
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
    const outcomes = await this.callEach(call);
    const refused = outcomes.flatMap((outcome) => outcome.refused ?? []);
    if (refused.length > 0) {
      throw new CubError({
        args: argumentsOf(call),
        exitCode: 0,
        happened: `${refused.length} of ${outcomes.length} units refused the function`,
        told: [...new Set(refused)].join('; '),
      });
    }
    return outcomes;
  }

  /** Calls a function and tells for each unit what became of it. */
  async callEach(call: Call): Promise<CallOutcome[]> {
    return parseList<InvocationRow>(await this.run(argumentsOf(call), undefined, 'rows')).map(outcomeOf);
  }
}

function argumentsOf(call: Call): string[] {
  return [
    ...['function', 'do', ...selecting(call.on)],
    ...(call.why ? ['--change-desc', call.why] : []),
    ...(call.changeSet ? ['--changeset', call.changeSet] : []),
    ...(call.protect ? ['--protect'] : []),
    ...(call.dryRun ? ['--dry-run'] : []),
    ...['--quiet', '--json', ...call.call],
  ];
}

function outcomeOf(row: InvocationRow): CallOutcome {
  const outcome = {
    unitId: row.UnitID,
    data: Buffer.from(row.ConfigData ?? '', 'base64').toString('utf8'),
    output: JSON.parse(Buffer.from(row.Output || 'bnVsbA==', 'base64').toString('utf8')) as unknown,
  };
  if (row.Success) return outcome;
  return { ...outcome, refused: row.Error?.Message ?? row.ErrorMessages?.join('; ') ?? 'no reason given' };
}
