import { parseList } from './json';
import type { Run } from './run';

/** A function that runs on each change of the units of its space. */
export interface Trigger {
  space: string;
  slug: string;
  /** Name and arguments, such as `['is-approved', '1']`. */
  call: readonly [name: string, ...args: string[]];
  /** Its check leaves a warning and no gate; only where the capability `warnings` is. */
  warns: boolean;
  /** It is there, and does not run. */
  disabled?: boolean;
}

interface TriggerRow {
  Trigger: {
    Slug: string;
    FunctionName?: string;
    Arguments?: Array<{ Value?: unknown }> | null;
    Warn?: boolean;
    Disabled?: boolean;
  };
  Space?: { Slug: string } | null;
}

/** `cub trigger …` */
export class Triggers {
  constructor(private readonly run: Run) {}

  /** The triggers that fulfil the conditions, over all spaces. */
  async list(where: string): Promise<Trigger[]> {
    const printed = await this.run([
      ...['trigger', 'list', '--space', '*', '--where', where, '--select', '*', '--json'],
    ]);
    return parseList<TriggerRow>(printed).map(({ Trigger, Space }) => ({
      space: Space?.Slug ?? '',
      slug: Trigger.Slug,
      call: [Trigger.FunctionName ?? '', ...(Trigger.Arguments ?? []).map(({ Value }) => String(Value))],
      warns: Trigger.Warn ?? false,
      disabled: Trigger.Disabled ?? false,
    }));
  }

  /** Makes a trigger that runs on each change of data. */
  async create({ space, slug, call, warns }: Trigger): Promise<void> {
    const kind = warns ? ['--warn'] : [];
    const what = [slug, 'Mutation', 'Kubernetes/YAML', ...call];
    await this.run(['trigger', 'create', '--space', space, ...kind, ...what]);
  }

  async delete(space: string, slugs: readonly string[]): Promise<void> {
    await this.run(['trigger', 'delete', '--space', space, '--trigger', slugs.join(',')]);
  }
}
