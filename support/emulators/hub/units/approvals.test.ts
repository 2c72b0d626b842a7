import assert from 'node:assert/strict';
import type { Revision } from '../revisions/model';
import type { Space } from '../spaces/model';
import {
  type BulkRow,
  call,
  invoke,
  makeSpace,
  makeUnit,
  readUnit,
  unitPath,
  where,
} from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from './model';

const CLOSED = { 'approved/is-approved': true };

describe('approvals', () => {
  const hub = new HubUnderTest();
  let space: Space;
  let unit: Unit;
  let number = 0;
  before(() => hub.start());
  after(() => hub.stop());
  beforeEach(async () => {
    space = await makeSpace(hub, `s${++number}`);
    unit = await makeUnit(hub, space, 'u');
  });

  const demand = (approvers: string) =>
    hub.do('POST', `/space/${space.SpaceID}/trigger`, {
      Slug: 'approved',
      Event: 'Mutation',
      FunctionName: 'is-approved',
      Arguments: [{ Value: approvers }],
    });
  const approve = (): Promise<unknown> => hub.do('POST', `${unitPath(unit)}/approve`);
  const now = () => readUnit(hub, unit);

  it('open the gate that demands one, and name who gave it', async () => {
    await demand('1');
    assert.deepEqual((await now()).ApplyGates, CLOSED);
    await approve();
    const { ApplyGates, ApprovedBy, HeadRevisionNum } = await now();
    const { UserID } = await hub.do<{ UserID: string }>('GET', '/me');
    assert.deepEqual([ApplyGates, ApprovedBy, HeadRevisionNum], [{}, [UserID], 1]);
    const [row] = await hub.do<Array<{ Revision: Revision }>>('GET', `${unitPath(unit)}/revision`);
    assert.deepEqual([row?.Revision.ApplyGates, row?.Revision.ApprovedBy], [{}, [UserID]]);
  });

  it('end with a new revision', async () => {
    await demand('1');
    await approve();
    await invoke(hub, unit, 'set-replicas', '7');
    const { ApplyGates, ApprovedBy } = await now();
    assert.deepEqual([ApplyGates, ApprovedBy], [CLOSED, []]);
  });

  it('stay when what was called changes nothing', async () => {
    await demand('1');
    await approve();
    await invoke(hub, unit, 'set-replicas', '1');
    assert.deepEqual((await now()).ApplyGates, {});
  });

  it('of one person count once', async () => {
    await demand('2');
    await approve();
    await approve();
    const { ApplyGates, ApprovedBy } = await now();
    assert.deepEqual([ApplyGates, ApprovedBy.length], [CLOSED, 1]);
  });

  it('open no other gate', async () => {
    await hub.do('POST', `/space/${space.SpaceID}/trigger`, {
      Slug: 'complete',
      Event: 'Mutation',
      FunctionName: 'no-placeholders',
    });
    await approve();
    assert.deepEqual((await now()).ApplyGates, { 'complete/no-placeholders': true });
  });

  it('can be given to many units at once', async () => {
    await demand('1');
    const other = await makeUnit(hub, space, 'other');
    const chosen = where(`SpaceID = '${space.SpaceID}'`);
    const rows = await hub.do<BulkRow[]>('POST', `/unit/approve?${chosen}`);
    assert.deepEqual(
      rows.map((row) => row.Error),
      [undefined, undefined],
    );
    assert.deepEqual([(await now()).ApplyGates, (await readUnit(hub, other)).ApplyGates], [{}, {}]);
  });

  it('are told of by functions that look', async () => {
    await approve();
    const rows = await hub.do<Array<{ Output: string }>>(
      'POST',
      `/space/${space.SpaceID}/function/invoke?unit_id=${unit.UnitID}`,
      call('vet-approvedby', '1'),
    );
    assert.match(Buffer.from(rows[0]?.Output ?? '', 'base64').toString(), /"Passed":true/);
  });
});
