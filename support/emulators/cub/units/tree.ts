import { Failure } from '../failure';
import type { ExtendedLink, ExtendedUnit } from '../hub/entities';
import type { Invocation } from '../invocation';
import { filterQuery } from '../lookup/filters';
import { withinSpace } from '../lookup/ids';
import { UNIT_INCLUDE } from '../lookup/units';
import { listing, printList } from '../output/results';

const HEADER = ['Node', 'Unit', 'Space', 'Status', 'Upgrade-Needed', 'Unapplied-Changes', 'Apply-Gates'];

/** `cub unit tree`: the selected units, each below the unit it was cloned from (or the units it links to). */
export async function unitTree(invocation: Invocation): Promise<void> {
  const { flags, hub, space } = invocation;
  const edge = flags.text('edge', 'clone');
  const node = flags.text('node', 'unit');
  if (!['clone', 'link'].includes(edge)) throw new Failure(`invalid edge ${edge}: use clone or link`);
  if (!['unit', 'space'].includes(node)) throw new Failure(`invalid node ${node}: use unit or space`);
  const { body } = await hub.get('/unit', {
    where: withinSpace(flags.text('where'), space.id),
    contains: flags.text('contains'),
    include: UNIT_INCLUDE,
    ...(await filterQuery(invocation)),
  });
  const units = body as ExtendedUnit[];
  const parents = edge === 'clone' ? cloneParents(units) : await linkParents(invocation);
  const name = ({ Unit: unit, Space: home }: ExtendedUnit) =>
    node === 'unit' ? unit.Slug : (home?.Slug ?? unit.SpaceID);
  await printList(invocation, {
    shape: 'ExtendedUnit',
    rows: units,
    slug: ({ Unit: unit }) => unit.Slug,
    display: (rows) =>
      listing(
        invocation,
        HEADER,
        branches(rows, parents).map(({ prefix, unit }) => cells(prefix + name(unit), unit)),
      ),
  });
}

type Parents = ReadonlyMap<string, readonly string[]>;

function cloneParents(units: readonly ExtendedUnit[]): Parents {
  return new Map(
    units.map(({ Unit: unit }) => [unit.UnitID, unit.UpstreamUnitID ? [unit.UpstreamUnitID] : []]),
  );
}

async function linkParents({ hub }: Invocation): Promise<Parents> {
  const parents = new Map<string, string[]>();
  for (const { Link: link } of (await hub.get('/link')).body as ExtendedLink[]) {
    parents.set(link.FromUnitID, [...(parents.get(link.FromUnitID) ?? []), link.ToUnitID]);
  }
  return parents;
}

interface Branch {
  prefix: string;
  unit: ExtendedUnit;
}

/** The units from the roots down; a unit with several parents stands below each, one in a circle only once. */
function branches(units: readonly ExtendedUnit[], parents: Parents): Branch[] {
  const known = new Set(units.map(({ Unit: unit }) => unit.UnitID));
  const parentsOf = (unit: ExtendedUnit) =>
    (parents.get(unit.Unit.UnitID) ?? []).filter((id) => known.has(id));
  const grow = (siblings: readonly ExtendedUnit[], indent: string, above: readonly string[]): Branch[] =>
    siblings.flatMap((unit, index) => {
      const last = index === siblings.length - 1;
      const id = unit.Unit.UnitID;
      const children = units.filter(
        (child) => parentsOf(child).includes(id) && !above.includes(child.Unit.UnitID),
      );
      const own = { prefix: `${indent}${last ? '└── ' : '├── '}`, unit };
      return [own, ...grow(children, `${indent}${last ? '    ' : '│   '}`, [...above, id])];
    });
  const rooted = grow(
    units.filter((unit) => parentsOf(unit).length === 0),
    '',
    [],
  );
  const reached = new Set(rooted.map(({ unit }) => unit.Unit.UnitID));
  const circular = units.find((unit) => !reached.has(unit.Unit.UnitID));
  return circular === undefined ? rooted : [...rooted, ...grow([circular], '', [])];
}

function cells(node: string, { Unit: unit, Space, UnitStatus, UpstreamUnit }: ExtendedUnit): string[] {
  const behind = (unit.UpstreamRevisionNum ?? 0) < (UpstreamUnit?.HeadRevisionNum ?? 0);
  const gates = Object.keys(unit.ApplyGates ?? {});
  return [
    node,
    unit.Slug,
    Space?.Slug ?? '',
    UnitStatus?.Status ?? '',
    UpstreamUnit === undefined || UpstreamUnit === null ? '' : behind ? 'Yes' : 'No',
    (unit.HeadRevisionNum ?? 0) > (unit.LiveRevisionNum ?? 0) ? 'Yes' : '',
    gates.length > 1 ? 'Multiple' : (gates[0] ?? 'None'),
  ];
}
