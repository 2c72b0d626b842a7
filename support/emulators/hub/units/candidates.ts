import { demanded } from '../entities/narrow';
import type { Call } from '../routing/route';
import { nameKey } from '../store/tables';
import type { Unit } from './model';

/**
 * The units of the organization that a `where` can be about. An index replaces the walk over all units when the
 * expression demands an id, a space, a slug or an upstream; the caller still evaluates the whole expression.
 */
export function candidateUnits(call: Call, where: string | undefined): Unit[] {
  const { units } = call.hub.database.tables;
  const organization = call.caller.organization.OrganizationID;
  const wanted = (attribute: string) => unique(demanded(where, [attribute, `Unit.${attribute}`]));
  const ids = wanted('UnitID');
  if (ids)
    return own(
      ids.flatMap((id) => units.get(id) ?? []),
      organization,
    );
  const slugs = wanted('Slug');
  const spaces = wanted('SpaceID');
  if (slugs && spaces)
    return own(
      spaces.flatMap((space) => slugs.flatMap((slug) => units.by('slug', nameKey(space, slug)))),
      organization,
    );
  const upstreams = wanted('UpstreamUnitID');
  if (upstreams)
    return own(
      upstreams.flatMap((id) => units.by('upstream', id)),
      organization,
    );
  if (spaces)
    return own(
      spaces.flatMap((space) => units.by('space', space)),
      organization,
    );
  if (slugs) return slugs.flatMap((slug) => units.by('organizationSlug', nameKey(organization, slug)));
  return units.by('organization', organization);
}

/** The units of one space that a `where` can be about. */
export function candidatesInSpace(call: Call, spaceId: string, where: string | undefined): Unit[] {
  const { units } = call.hub.database.tables;
  const slugs = unique(demanded(where, ['Slug', 'Unit.Slug']));
  if (slugs) return slugs.flatMap((slug) => units.by('slug', nameKey(spaceId, slug)));
  const ids = unique(demanded(where, ['UnitID', 'Unit.UnitID']));
  if (ids) return ids.flatMap((id) => units.get(id) ?? []).filter((unit) => unit.SpaceID === spaceId);
  return units.by('space', spaceId);
}

function own(rows: Unit[], organization: string): Unit[] {
  return rows.filter((unit) => unit.OrganizationID === organization);
}

function unique(values: string[] | undefined): string[] | undefined {
  return values && [...new Set(values)];
}
