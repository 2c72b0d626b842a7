import type { Revision } from '../revisions/model';
import type { Unit } from './model';

/** The names of the gates that keep a revision of a unit from the cluster; those of its head are the unit's own. */
export function closedGates(unit: Unit, revision: Revision): string[] {
  const isHead = revision.RevisionNum === unit.HeadRevisionNum;
  return Object.keys(isHead ? unit.ApplyGates : revision.ApplyGates);
}
