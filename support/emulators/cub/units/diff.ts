import { diffLines } from '../diff/lines';
import { numberedDiff } from '../diff/numbered';
import { unifiedDiff } from '../diff/unified';
import { Failure } from '../failure';
import type { Unit } from '../hub/entities';
import type { Invocation } from '../invocation';
import { findRevision } from '../lookup/revisions';
import { findUnit } from '../lookup/units';
import { decode } from './details';

/** The two revisions to compare: by position, or by `--from` and `--to`; live and head unless told. */
function asked({ args, flags }: Invocation): [from: string, to: string] {
  const [from, to] = [flags.text('from', 'live'), flags.text('to', 'head')];
  if (from !== 'live' || to !== 'head') {
    if (args.length > 1) throw new Failure('cannot mix positional arguments with --from/--to flags');
    return [from || 'live', to || 'head'];
  }
  if (args.length === 3) return [args[1] as string, args[2] as string];
  return ['live', args[1] ?? 'head'];
}

function revisionNumber(unit: Unit, name: string): number {
  const number =
    name === 'head' ? unit.HeadRevisionNum : name === 'live' ? unit.LiveRevisionNum : Number(name);
  if (number !== undefined && !Number.isInteger(number))
    throw new Failure(`invalid revision reference: ${name}`);
  if (!number) throw new Failure(`revision ${name} not found or is invalid`);
  return number;
}

/** `cub unit diff`: what has to be done to the second revision to get the first, as the first era's `cub` shows it. */
export async function diffUnit(invocation: Invocation): Promise<void> {
  const { args, flags, print, space } = invocation;
  const name = args[0] as string;
  const [fromName, toName] = asked(invocation);
  const unit = await findUnit(invocation, name).catch((error: Error) => {
    throw new Failure(`failed to get unit ${name}: ${error.message}`);
  });
  const [from, to] = [revisionNumber(unit, fromName), revisionNumber(unit, toName)];
  const data = async (number: number) => {
    const revision = await findRevision(invocation, unit.UnitID, number).catch((error: Error) => {
      throw new Failure(`failed to get revision ${number}: ${error.message}`);
    });
    return decode(revision.Data);
  };
  const fromData = await data(from);
  const segments = diffLines(await data(to), fromData);
  const named = (number: number) => `${space.slug}/${name}/${number}`;
  print.raw(
    flags.on('unified')
      ? unifiedDiff(segments, named(from), named(to), flags.on('color'))
      : numberedDiff(segments),
  );
}
