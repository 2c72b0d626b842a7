import assert from 'node:assert/strict';
import type { Mutation } from '../mutations/model';
import type { Space } from '../spaces/model';
import {
  call,
  DEPLOYMENT,
  dataOf,
  makeSpace,
  makeUnit,
  namespaceYaml,
  readUnit,
  unitPath,
  where,
} from '../testing/fixtures';
import { HubUnderTest } from '../testing/hub-under-test';
import type { Unit } from '../units/model';

interface InvokeRow {
  UnitID: string;
  Success: boolean;
  ConfigData: string;
  Output: string;
  OutputType: string;
  Mutators: number[];
  Error?: { Message: string; Details: string[] };
}

describe('function calls', () => {
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

  const run = (body: object, query = '') =>
    hub.do<InvokeRow[]>('POST', `/space/${space.SpaceID}/function/invoke${query}`, body);

  it('answer a row for each chosen unit, also where there is nothing to do', async () => {
    const other = await makeUnit(hub, space, 'ns', namespaceYaml('a'));
    const rows = await run(call('set-replicas', '4'));
    assert.deepEqual(
      rows.map((row) => [row.UnitID, row.Success, row.Mutators]),
      [
        [other.UnitID, true, []],
        [unit.UnitID, true, [0]],
      ],
    );
    assert.equal((await readUnit(hub, other)).HeadRevisionNum, 1);
  });

  it('answer what a function reads', async () => {
    const [row] = await run(call('get-replicas'));
    const output = JSON.parse(Buffer.from(row?.Output ?? '', 'base64').toString());
    assert.deepEqual(
      [row?.OutputType, output[0].Path, output[0].Value],
      ['AttributeValueList', 'spec.replicas', 1],
    );
  });

  it('touch only the units that are chosen', async () => {
    const other = await makeUnit(hub, space, 'other');
    await run(call('set-replicas', '4'), `?${where("Slug = 'u'")}`);
    assert.deepEqual(
      [dataOf(await readUnit(hub, other)), (await readUnit(hub, other)).Version],
      [DEPLOYMENT, 1],
    );
    assert.deepEqual(await run(call('set-replicas', '4'), `?${where("Slug = 'none'")}`), []);
  });

  it('show what a dry run would do, and do not do it', async () => {
    const [row] = await run(call('set-replicas', '4'), '?dry_run=true');
    assert.match(Buffer.from(row?.ConfigData ?? '', 'base64').toString(), /replicas: 4/);
    assert.deepEqual(await readUnit(hub, unit), unit);
  });

  it('tell a wrong argument in the row, with 207, and change nothing', async () => {
    const path = `/api/space/${space.SpaceID}/function/invoke`;
    const reply = await hub.ask(path, { method: 'POST', body: call('set-replicas', 'abc') });
    const [row] = reply.json as InvokeRow[];
    assert.deepEqual([reply.status, row?.Success], [207, false]);
    assert.match(row?.Error?.Details[0] ?? '', /cannot convert argument replicas value abc to int/);
    assert.deepEqual(await readUnit(hub, unit), unit);
  });

  it('record the function and, when asked, the protection', async () => {
    await run(call('set-replicas', '4'), '?protect=true');
    const [row] = await hub.do<Array<{ Mutation: Mutation }>>('GET', `${unitPath(unit)}/mutation`);
    assert.equal(row?.Mutation.FunctionInvocation?.FunctionName, 'set-replicas');
    const [source] = (await readUnit(hub, unit)).MutationSources;
    assert.equal(source?.PathMutationMap['spec.replicas']?.Protected, true);
  });

  it('are listed with their parameters', async () => {
    const list = await hub.do<Record<string, Record<string, { Parameters: unknown[] }>>>('GET', '/function');
    assert.equal(list['Kubernetes/YAML']?.['set-replicas']?.Parameters.length, 1);
  });
});
