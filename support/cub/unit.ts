/** The newest thing that happened to a unit on its way to the cluster. */
export interface UnitEvent {
  operation: string;
  action: string;
  status: string;
  result: string;
  message: string;
}

/** A unit as the suite sees it. */
export interface Unit {
  id: string;
  slug: string;
  space: string;
  /** The config data, decoded. */
  data: string;
  head: number;
  /** The revision that the cluster has, or that was released to it; 0 when none ever was. */
  live: number;
  lastApplied: number;
  /** Why the newest revision was made. */
  description: string;
  target?: string;
  upstream?: { id: string; slug: string; revision: number; head: number };
  changeSetId?: string;
  /** Checks "trigger/function" that refuse an apply. */
  gates: string[];
  /** Checks that only warn. */
  warnings: string[];
  /** The ids of those who approved the newest revision. */
  approvers: string[];
  event?: UnitEvent;
}

/** A row of `cub unit list --json`. */
export interface UnitRow {
  Unit: {
    UnitID: string;
    Slug: string;
    Data?: string;
    HeadRevisionNum: number;
    LiveRevisionNum?: number;
    LastReleasedRevisionNum?: number;
    LastAppliedRevisionNum?: number;
    LastChangeDescription?: string;
    UpstreamUnitID?: string | null;
    UpstreamRevisionNum?: number;
    ChangeSetID?: string | null;
    ApplyGates?: Record<string, boolean> | null;
    ApplyWarnings?: Record<string, boolean> | null;
    ApprovedBy?: string[] | null;
  };
  Space?: { Slug: string } | null;
  Target?: { Slug: string } | null;
  UpstreamUnit?: { Slug: string; HeadRevisionNum: number } | null;
  LatestUnitEvent?: {
    QueuedOperationID?: string;
    Action?: string;
    Status?: string;
    Result?: string;
    Message?: string;
  } | null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

const given = (id: string | null | undefined): id is string => Boolean(id) && id !== NOBODY;

/** Reads a row as a unit. */
export function unitOf(row: UnitRow): Unit {
  const { Unit, UpstreamUnit, LatestUnitEvent } = row;
  const unit: Unit = {
    id: Unit.UnitID,
    slug: Unit.Slug,
    space: row.Space?.Slug ?? '',
    data: Buffer.from(Unit.Data ?? '', 'base64').toString('utf8'),
    head: Unit.HeadRevisionNum,
    live: Unit.LastReleasedRevisionNum ?? Unit.LiveRevisionNum ?? 0,
    lastApplied: Unit.LastAppliedRevisionNum ?? 0,
    description: Unit.LastChangeDescription ?? '',
    gates: failed(Unit.ApplyGates),
    warnings: failed(Unit.ApplyWarnings),
    approvers: Unit.ApprovedBy ?? [],
  };
  if (row.Target?.Slug) unit.target = row.Target.Slug;
  if (given(Unit.ChangeSetID)) unit.changeSetId = Unit.ChangeSetID;
  if (given(Unit.UpstreamUnitID)) {
    unit.upstream = {
      id: Unit.UpstreamUnitID,
      slug: UpstreamUnit?.Slug ?? '',
      revision: Unit.UpstreamRevisionNum ?? 0,
      head: UpstreamUnit?.HeadRevisionNum ?? 0,
    };
  }
  if (given(LatestUnitEvent?.QueuedOperationID)) {
    unit.event = {
      operation: LatestUnitEvent.QueuedOperationID,
      action: LatestUnitEvent.Action ?? '',
      status: LatestUnitEvent.Status ?? '',
      result: LatestUnitEvent.Result ?? '',
      message: LatestUnitEvent.Message ?? '',
    };
  }
  return unit;
}

function failed(checks: Record<string, boolean> | null | undefined): string[] {
  return Object.entries(checks ?? {}).flatMap(([name, isFailed]) => (isFailed ? [name] : []));
}
