import { Failure } from '../failure';
import { encode } from '../hub/encode';
import type { Revision } from '../hub/entities';
import type { Invocation } from '../invocation';
import { findRevision } from '../lookup/revisions';
import { selectGiven } from '../lookup/select';
import { findUnit } from '../lookup/units';
import { toJson } from '../output/json';
import { details, failedChecks } from '../output/pairs';
import { line } from '../output/print';
import { printOne } from '../output/results';
import { timeText } from '../output/time';
import { decode } from '../units/details';

/** A number given as an argument, refused in Go's words. */
export function numberArgument(text: string): number {
  if (!/^[+-]?\d+$/.test(text))
    throw new Failure(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}

async function named(invocation: Invocation, select: string): Promise<Revision> {
  const [unitName = '', number = ''] = invocation.args;
  const { UnitID } = await findUnit(invocation, unitName);
  return findRevision(invocation, UnitID, numberArgument(number), select);
}

/** `cub revision get`: one revision of a unit, with its config data. */
export async function getRevision(invocation: Invocation): Promise<void> {
  const { flags } = invocation;
  const revision = await named(invocation, selectGiven(flags));
  await printOne(invocation, {
    shape: 'Revision',
    entity: revision,
    slug: String(revision.RevisionNum),
    details: (entity) => (flags.on('data-only') ? '' : revisionDetails(entity)) + line(decode(entity.Data)),
  });
}

/** `cub revision data`: the config data of a revision, nothing else. */
export async function revisionData(invocation: Invocation): Promise<void> {
  invocation.print.say(decode((await named(invocation, '')).Data));
}

function revisionDetails(revision: Revision): string {
  const rows = [
    ['ID', revision.RevisionID],
    ['Unit ID', revision.UnitID],
    ['Revision Num', String(revision.RevisionNum)],
    ['Source', revision.Source ?? ''],
    ['Description', revision.Description ?? ''],
    ['Created At', timeText(revision.CreatedAt)],
    ['Live At', timeText(revision.LiveAt)],
    ['User ID', revision.UserID ?? '00000000-0000-0000-0000-000000000000'],
    ['Space ID', revision.SpaceID],
    ['Organization ID', revision.OrganizationID],
    ...failedChecks('Apply Gates', revision.ApplyGates),
    ...failedChecks('Apply Warnings', revision.ApplyWarnings),
  ];
  const sources = revision.MutationSources ?? [];
  const told =
    sources.length === 0
      ? ''
      : `Mutation Sources:\n${line(toJson(encode('[]ResourceMutation', sources)))}---\n`;
  return `${details(rows)}---\n${told}`;
}
