import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Revision } from '../revisions/model';
import type { Space } from '../spaces/model';
import { call, DEPLOYMENT, encode, where } from '../testing/fixtures';
import type { Unit } from '../units/model';
import { bundleHub, CREDENTIALS, HubProcess } from './hub-process';

const ROUNDS = Number(process.env.HUB_KILLS ?? 20);
const WRITES = Number(process.env.HUB_WRITES ?? 1000);
const CLIENTS = 8;

/** What was acknowledged: units by slug, and the replicas of each of their revisions by its id. */
type Acknowledged = Map<string, Map<string, string>>;

/**
 * Kills the hub in the middle of writes: HUB_KILLS times, each during HUB_WRITES writes by eight clients, every
 * other time one that does not wait for the disk.
 */
describe('a hub that is killed during writes', function () {
  this.timeout(0);
  const folder = mkdtempSync(join(tmpdir(), 'hub-crash-'));
  const [bundle, credentials, state] = ['hub.cjs', 'credentials.json', 'state'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  let acknowledged = 0;
  let unfinished = 0;

  before(() => {
    bundleHub(bundle);
    writeFileSync(credentials, CREDENTIALS);
  });
  after(() => {
    rmSync(folder, { recursive: true });
    console.log(`      ${ROUNDS} kills, ${acknowledged} writes acknowledged, ${unfinished} cut off`);
  });

  for (let round = 1; round <= ROUNDS; round++)
    it(`keeps what it acknowledged, and nothing half (kill ${round} of ${ROUNDS})`, async () => {
      const hub = await HubProcess.start(bundle, state, credentials, round % 2 ? [] : ['--unsafe-no-fsync']);
      const space = await hub.ask<Space>('POST', '/space', { Slug: `round-${round}` });
      const told = await writeUntilKilled(hub, space, randomInt(1, WRITES));
      const again = await HubProcess.start(bundle, state, credentials);
      try {
        await check(again, space, told);
      } finally {
        await again.kill();
      }
    });

  async function writeUntilKilled(hub: HubProcess, space: Space, killAfter: number): Promise<Acknowledged> {
    const told: Acknowledged = new Map();
    let started = 0;
    let done = 0;
    let killed: Promise<void> | undefined;
    const client = async () => {
      while (started < WRITES && !killed) {
        const number = started++;
        try {
          await write(hub, space, number, told);
          acknowledged++;
        } catch (error) {
          if (!killed) throw error;
          unfinished++;
        }
        if (++done === killAfter) killed = hub.kill();
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    await (killed ?? hub.kill());
    return told;
  }

  /** Every other write makes a unit, the others change one that was acknowledged before. */
  async function write(hub: HubProcess, space: Space, number: number, told: Acknowledged): Promise<void> {
    const path = `/space/${space.SpaceID}`;
    const slugs = [...told.keys()];
    const slug = number % 2 === 1 ? slugs[number % slugs.length] : undefined;
    if (slug === undefined) {
      const made = await hub.ask<Unit>('POST', `${path}/unit`, {
        Slug: `u${number}`,
        Data: encode(DEPLOYMENT),
      });
      told.set(made.Slug, new Map());
      return;
    }
    const body = call('set-replicas', String(100 + number));
    const [row] = await hub.ask<Array<{ RevisionID: string; ConfigData: string }>>(
      'POST',
      `${path}/function/invoke?${where(`Slug = '${slug}'`)}`,
      body,
    );
    if (row) told.get(slug)?.set(row.RevisionID, replicasOf(row.ConfigData));
  }

  async function check(hub: HubProcess, space: Space, told: Acknowledged): Promise<void> {
    const rows = await hub.ask<Array<{ Unit: Unit }>>('GET', `/space/${space.SpaceID}/unit`);
    const units = new Map(rows.map((row) => [row.Unit.Slug, row.Unit]));
    for (const slug of told.keys()) assert(units.has(slug), `unit ${slug} was acknowledged and is gone`);
    for (const unit of units.values()) await checkUnit(hub, unit, told.get(unit.Slug));
  }

  /** A whole unit: as many revisions and mutations as it says, its head's data its own, all that was told in them. */
  async function checkUnit(
    hub: HubProcess,
    unit: Unit,
    told: Map<string, string> | undefined,
  ): Promise<void> {
    const path = `/space/${unit.SpaceID}/unit/${unit.UnitID}`;
    const revisions = (await hub.ask<Array<{ Revision: Revision }>>('GET', `${path}/revision`)).map(
      (row) => row.Revision,
    );
    const mutations = await hub.ask<unknown[]>('GET', `${path}/mutation`);
    assert.equal(revisions.length, unit.HeadRevisionNum, `${unit.Slug} has a revision too few or too many`);
    assert.equal(mutations.length, unit.HeadMutationNum, `${unit.Slug} has a mutation too few or too many`);
    assert.equal(revisions[0]?.Data, unit.Data, `${unit.Slug} is not what its head revision says`);
    for (const [id, replicas] of told ?? []) {
      const revision = revisions.find((each) => each.RevisionID === id);
      assert.equal(
        revision && replicasOf(revision.Data),
        replicas,
        `an acknowledged revision of ${unit.Slug}`,
      );
    }
  }
});

function replicasOf(data: string): string {
  return /replicas: (\d+)/.exec(Buffer.from(data, 'base64').toString())?.[1] ?? '';
}
