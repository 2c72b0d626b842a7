import { encode } from '../hub/encode';
import type { Unit } from '../hub/entities';
import { isSet } from '../lookup/ids';
import { toJson } from '../output/json';
import { commonRows, details, failedChecks } from '../output/pairs';
import { line } from '../output/print';

/** Config data or live state as text. */
export function decode(data: string | undefined): string {
  return Buffer.from(data ?? '', 'base64').toString();
}

function resourceCount(unit: Unit): number {
  return (unit.MutationSources ?? []).filter(
    (source) => source.ResourceMutationInfo?.MutationType !== 'Delete',
  ).length;
}

function rows(unit: Unit): string[][] {
  const number = (value: number | undefined) => String(value ?? 0);
  return [
    ['ID', unit.UnitID],
    ['Name', unit.Slug],
    ['Toolchain Type', unit.ToolchainType],
    ...(isSet(unit.SetID) ? [['Set', unit.SetID]] : []),
    ...(isSet(unit.TargetID) ? [['Target', unit.TargetID]] : []),
    ...(isSet(unit.ChangeSetID) ? [['ChangeSet', unit.ChangeSetID]] : []),
    ...commonRows(unit),
    ['Last Change Description', unit.LastChangeDescription ?? ''],
    ['Head Revision Num', number(unit.HeadRevisionNum)],
    ['Last Applied Revision Num', number(unit.LastAppliedRevisionNum)],
    ['Live Revision Num', number(unit.LiveRevisionNum)],
    ['Previous Live Revision Num', number(unit.PreviousLiveRevisionNum)],
    ...(isSet(unit.UpstreamUnitID)
      ? [
          ['Upstream Organization ID', unit.UpstreamOrganizationID ?? ''],
          ['Upstream Space ID', unit.UpstreamSpaceID ?? ''],
          ['Upstream Unit ID', unit.UpstreamUnitID],
          ['Upstream Revision Num', number(unit.UpstreamRevisionNum)],
        ]
      : []),
    ...failedChecks('Apply Gates', unit.ApplyGates),
    ...failedChecks('Apply Warnings', unit.ApplyWarnings),
    ...((unit.ApprovedBy ?? []).length > 0 ? [['Approved By', (unit.ApprovedBy ?? []).join(' ')]] : []),
    ['Head Mutation Num', number(unit.HeadMutationNum)],
    ['Number of Resources', String(resourceCount(unit))],
  ];
}

/** Details of a unit; verbose adds mutation sources, live state and config data. */
export function unitDetails(unit: Unit, show: { dataOnly?: boolean; verbose?: boolean } = {}): string {
  if (show.dataOnly) return (show.verbose ? heading('Config Data') : '') + line(decode(unit.Data));
  let text = details(rows(unit));
  if (!show.verbose) return text;
  if ((unit.MutationSources ?? []).length > 0) {
    text += heading('Mutation Sources') + line(toJson(encode('[]ResourceMutation', unit.MutationSources)));
  }
  if (unit.LiveState) text += heading('Live State') + line(decode(unit.LiveState));
  return text + heading('Config Data') + line(decode(unit.Data));
}

function heading(title: string): string {
  return `\n${title}:\n${'-'.repeat(title.length + 1)}\n`;
}
