import { parseList } from './json';
import type { Run } from './run';
import { type Selection, selecting } from './units';

/** An action that waits for a worker, or the reason why it was refused for a unit. */
export interface QueuedAction {
  unitId: string;
  operation?: string;
  refused?: string;
}

interface ActionRow {
  Action?: { QueuedOperationID: string; UnitID: string } | null;
  Error?: { Message: string; ErrorMetadata?: { EntityID?: string } | null } | null;
}

/** `cub unit apply` and `destroy`: what makes the cluster change. */
export class Actions {
  constructor(private readonly run: Run) {}

  /**
   * Applies the selected units; how that ended is in the units' newest events.
   *
   * @param options.wait how long to wait for a worker to finish with a unit, in milliseconds; not at all without it
   * @param options.revision applies another revision than the head, such as `ChangeSet:SPACE/SLUG`
   */
  async apply(
    selection: Selection,
    options: { wait?: number; revision?: string } = {},
  ): Promise<QueuedAction[]> {
    const { wait, revision } = options;
    const which = revision ? ['--revision', revision] : [];
    const args = [
      'unit',
      'apply',
      ...selecting(selection),
      ...which,
      ...(wait === undefined ? ['--wait=false'] : ['--timeout', `${wait}ms`]),
      '--quiet',
      '--json',
    ];
    const printed = await this.run(args, undefined, 'rows');
    return parseList<ActionRow>(printed).map(queuedOf);
  }

  /** Tries which of the selected units an apply would refuse; nothing is applied. */
  async tryApply(selection: Selection, revision?: string): Promise<QueuedAction[]> {
    const which = revision ? ['--revision', revision] : [];
    const args = ['unit', 'apply', ...selecting(selection), ...which, '--dry-run', '--quiet', '--json'];
    return parseList<ActionRow>(await this.run(args, undefined, 'rows')).map(queuedOf);
  }

  /** Applies one unit and waits until the worker is done, or has failed. */
  async applyOne(space: string, unit: string, timeout = '2m'): Promise<void> {
    await this.run(['unit', 'apply', '--space', space, unit, '--timeout', timeout]);
  }

  /** Removes from the cluster what the unit brought there, and waits for it. */
  async destroy(space: string, unit: string): Promise<void> {
    await this.run(['unit', 'destroy', '--space', space, unit]);
  }
}

function queuedOf(row: ActionRow): QueuedAction {
  if (row.Action) return { unitId: row.Action.UnitID, operation: row.Action.QueuedOperationID };
  return {
    unitId: row.Error?.ErrorMetadata?.EntityID ?? '',
    refused: row.Error?.Message ?? 'no reason given',
  };
}
