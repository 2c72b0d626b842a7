import assert from 'node:assert/strict';
import { type Answers, refusal, runAgainst } from '../scripted-hub';

const SPACE = { SpaceID: '11111111-1111-1111-1111-111111111111', Slug: 's', OrganizationID: 'o' };
const OTHER = { ...SPACE, SpaceID: '22222222-2222-2222-2222-222222222222', Slug: 'home' };
const TARGET = { TargetID: '33333333-3333-3333-3333-333333333333', Slug: 't', SpaceID: OTHER.SpaceID };
const SET = { ChangeSetID: '44444444-4444-4444-4444-444444444444', Slug: 'feed' };
const RELEASE = {
  ReleaseID: '55555555-5555-5555-5555-555555555555',
  ReleaseNum: 2,
  SpaceID: SPACE.SpaceID,
  Digest: 'sha256:1',
  CreatedAt: '2026-01-01T00:00:00Z',
  Units: [{ UnitID: 'u', Slug: 'trade-service', RevisionNum: 3 }],
};
const path = `/api/space/${SPACE.SpaceID}`;
const ANSWERS = {
  "GET /api/space?where=Slug = 's'": [{ Space: SPACE }],
  "GET /api/space?where=Slug = 'home'": [{ Space: OTHER }],
  [`GET /api/space/${OTHER.SpaceID}/target?where=Slug = 't'`]: [{ Target: TARGET }],
  [`GET /api/space/${OTHER.SpaceID}/change_set?where=Slug = 'feed'`]: [{ ChangeSet: SET }],
  [`POST ${path}/release`]: RELEASE,
  [`POST ${path}/release?revision=ChangeSet:${SET.ChangeSetID}`]: RELEASE,
  [`GET ${path}/release`]: [{ Release: RELEASE }],
  [`PUT ${path}`]: SPACE,
  [`PATCH ${path}`]: SPACE,
};
const cub = (args: string[], answers: Answers = ANSWERS) =>
  runAgainst(answers, args, { CUB_CAPABILITIES: 'newest-era' });

describe('cub release', () => {
  it('publishes what a space holds', async () => {
    const { exit, stdout } = await cub(['release', 'publish', 's']);
    assert.equal(exit, 0);
    assert.equal(stdout, `Successfully published release 2 of space s (${RELEASE.ReleaseID})\n`);
  });

  it('publishes what a change set of another space marks, and nothing that is a number', async () => {
    const { exit, requests } = await cub(['release', 'publish', 's', '--revision', 'ChangeSet:home/feed']);
    assert.equal(exit, 0);
    assert.equal(requests.at(-1), `POST ${path}/release?revision=ChangeSet:${SET.ChangeSetID}`);
    const numbered = await cub(['release', 'publish', 's', '--revision', '3']);
    assert.match(numbered.stderr, /^Failed: invalid revision '3' of a release: use Tag:/);
  });

  it('tells why a release was refused', async () => {
    const nothingNew = refusal(400, 'space s: no changes were made since :latest bundle');
    const answers = { ...ANSWERS, [`POST ${path}/release`]: nothingNew };
    const { exit, stderr } = await cub(['release', 'publish', 's'], answers);
    assert.equal(exit, 1);
    assert.match(stderr, /HTTP 400 for req req-1: space s: no changes were made since :latest bundle/);
  });

  it('lists the releases of a space', async () => {
    const { stdout } = await cub(['release', 'list', '--space', 's']);
    assert.match(stdout, /^NUM +TIME +UNITS +DIGEST/);
    assert.match(stdout, /^2 +2026-01-01 00:00:00 \+0000 UTC +trade-service +sha256:1/m);
    const json = JSON.parse((await cub(['release', 'list', '--space', 's', '--json'])).stdout);
    assert.equal(json[0].Release.Units[0].RevisionNum, 3);
  });

  it('goes where the space says, a target by id or by its space and name', async () => {
    for (const name of ['home/t', TARGET.TargetID]) {
      const { exit, requests } = await cub(['space', 'update', 's', '--release-target', name]);
      assert.equal(exit, 0);
      assert.match(
        requests.at(-1) ?? '',
        new RegExp(`^PUT ${path} .*"ReleaseTargetID":"${TARGET.TargetID}"`),
      );
    }
    const { requests } = await cub(['space', 'update', 's', '--patch', '--release-target', '-']);
    assert.equal(requests.at(-1), `PATCH ${path} {"ReleaseTargetID":null}`);
  });

  it('says what is missing where a target cannot be told', async () => {
    const removing = await cub(['space', 'update', 's', '--release-target', '-']);
    assert.match(removing.stderr, /use --patch mode to remove a release target/);
    const bulk = ['space', 'update', '--patch', '--where', "Slug = 's'", '--release-target', 't'];
    assert.match((await cub(bulk)).stderr, /needs --release-target as space\/slug or id, not t/);
  });
});
