import { ZERO_TIME } from '../entities/entity';
import { newResident } from '../entities/make';
import type { Values } from '../entities/read-fields';
import { badRequest } from '../errors/api-error';
import { diffConfig } from '../merge/index';
import type { Call } from '../routing/route';
import type { Space } from '../spaces/model';
import { nameKey } from '../store/tables';
import { changeUnit } from './change-unit';
import { checkData } from './check-data';
import { checkTarget } from './check-references';
import type { Unit } from './model';
import { inherited } from './mutation-sources';

const TOOLCHAIN = 'Kubernetes/YAML';

/** Makes a unit from config data. Inside a transaction. @throws ApiError 400 when a value cannot be taken */
export function createUnit(call: Call, space: Space, values: Values): Unit {
  const unit = blankUnit(call, space, values);
  const data = String(values.Data ?? '');
  checkData(unit.Slug, data);
  const change = { data, mutations: data === '' ? [] : diffConfig('', data, 1), cause: {} };
  return changeUnit(call, unit, [change], {
    source: 'CreateUnit',
    description: String(values.LastChangeDescription ?? ''),
  });
}

/** Makes a unit from another one's head; `values` say how it differs. Inside a transaction. @throws ApiError 400 */
export function cloneUnit(call: Call, space: Space, upstream: Unit, values: Values): Unit {
  if (values.Data) throw badRequest('a clone takes its config data from upstream; Data must not be given');
  const unit: Unit = {
    ...blankUnit(call, space, {
      ToolchainType: upstream.ToolchainType,
      ...values,
      Labels: { ...upstream.Labels, ...(values.Labels as object) },
      Annotations: { ...upstream.Annotations, ...(values.Annotations as object) },
    }),
    UpstreamUnitID: upstream.UnitID,
    UpstreamSpaceID: upstream.SpaceID,
    UpstreamOrganizationID: upstream.OrganizationID,
    UpstreamRevisionNum: upstream.HeadRevisionNum,
  };
  const sources = inherited(upstream.MutationSources);
  const cause = { UpgradedFromUpstreamRevisionNum: upstream.HeadRevisionNum };
  const change = { data: upstream.Data, mutations: [], sources, cause };
  return changeUnit(call, unit, [change], {
    source: 'CloneUnit',
    description: String(values.LastChangeDescription ?? ''),
    event: 'PostClone',
  });
}

function blankUnit(call: Call, space: Space, values: Values): Unit {
  const named = newResident(call, 'Unit', values, space);
  if (call.hub.database.tables.units.count('slug', nameKey(space.SpaceID, named.Slug)) > 0)
    throw badRequest(`a unit "${named.Slug}" already exists in space ${space.Slug}`);
  const toolchain = String(values.ToolchainType ?? TOOLCHAIN);
  if (toolchain !== TOOLCHAIN)
    throw badRequest(`Unit.ToolchainType "${toolchain}" is not supported by this hub; it has ${TOOLCHAIN}`);
  if (values.ChangeSetID)
    throw badRequest('a new unit cannot be in a change set; open it for the unit afterwards');
  return {
    ...named,
    Version: 0,
    UnitID: call.hub.ids(),
    ToolchainType: toolchain,
    Data: '',
    ContentHash: 0,
    TargetID: checkTarget(call, values.TargetID as string | undefined),
    SetID: null,
    HeadRevisionNum: 0,
    LastAppliedRevisionNum: 0,
    LiveRevisionNum: 0,
    PreviousLiveRevisionNum: 0,
    LastReleasedRevisionNum: 0,
    HeadMutationNum: 0,
    MutationSources: [],
    ApplyGates: {},
    ApplyWarnings: {},
    ApprovedBy: [],
    LastChangeDescription: '',
    LiveState: '',
    Outputs: '',
    UpstreamUnitID: null,
    UpstreamSpaceID: null,
    UpstreamOrganizationID: null,
    UpstreamRevisionNum: 0,
    ChangeSetID: null,
    Conflicts: [],
    LastActionAt: ZERO_TIME,
    LatestUnitEventID: null,
  };
}
