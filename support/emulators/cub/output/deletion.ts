import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { whereIdentifiers, withinSpace } from '../lookup/ids';
import { reportBulk } from './bulk';

interface Deletable {
  noun: string;
  /** The flag that names entities, as `unit` for `--unit a,b`. */
  flag: string;
  path: string;
  idField: string;
  slugField?: string;
  include: string;
  argument?: string;
  /** Whether `--space '*'` is refused for a single one. */
  oneSpace?: boolean;
}

/** Checks how a delete command was called; carries it out and returns true when it names many. */
export async function deletion(invocation: Invocation, what: Deletable): Promise<boolean> {
  const { args, flags, hub, space } = invocation;
  const named = flags.list(what.flag);
  const where = flags.text('where');
  const many = args.length === 0 && (where !== '' || named.length > 0);
  if (!many && (where !== '' || named.length > 0)) {
    throw new Failure(`--where or --${what.flag} can only be specified with no positional arguments`);
  }
  if (!many && args.length !== 1) {
    throw new Failure(
      `single ${what.noun} delete requires exactly one argument: ${what.argument ?? '<slug or id>'}`,
    );
  }
  if (named.length > 0 && where !== '')
    throw new Failure(`--${what.flag} and --where flags are mutually exclusive`);
  if (!many && what.oneSpace === true && space.id === '*') {
    throw new Failure("--space must not be '*' when not performing bulk operations");
  }
  if (!many) return false;
  const selected = named.length > 0 ? whereIdentifiers(named, what.idField, what.slugField) : where;
  const context = withinSpace(selected, space.id);
  const answer = await hub.delete(what.path, { where: context, include: what.include });
  reportBulk(invocation, answer, { operation: 'delete', noun: what.noun, context });
  return true;
}
