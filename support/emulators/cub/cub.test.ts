import assert from 'node:assert/strict';
import { refusal, runAgainst } from './scripted-hub';

const SPACE = { SpaceID: '11111111-1111-1111-1111-111111111111', Slug: 's', OrganizationID: 'o' };
const UNIT = {
  UnitID: '22222222-2222-2222-2222-222222222222',
  SpaceID: SPACE.SpaceID,
  Slug: 'u',
  HeadRevisionNum: 2,
};
const OPERATION = { QueuedOperationID: 'op', UnitID: UNIT.UnitID, SpaceID: SPACE.SpaceID, Action: 'Apply' };
const LOOKUPS = {
  "GET /api/space?where=Slug = 's'": [{ Space: SPACE }],
  [`GET /api/space/${SPACE.SpaceID}/unit?where=Slug = 'u'`]: [{ Unit: UNIT }],
  [`GET /api/space/${SPACE.SpaceID}/unit/${UNIT.UnitID}`]: { Unit: UNIT },
};
const unitPath = `/api/space/${SPACE.SpaceID}/unit/${UNIT.UnitID}`;
const events = (...statuses: string[]) => ({
  [`GET ${unitPath}/unit_event?where=QueuedOperationID='op'`]: {
    turns: statuses.map((Status) => [{ QueuedOperationID: 'op', Action: 'Apply', Status }]),
  },
});

describe('cub', () => {
  it('shows help that tells capabilities', async () => {
    for (const [args, words] of [
      [
        ['unit', 'update', '--help'],
        ['cub unit update', '--changeset', '--merge-source', '--dry-run', '--restore string'],
      ],
      [
        ['unit', 'get', '--help'],
        ['cub unit get', '-o, --output string'],
      ],
      [
        ['function', 'do', '--help'],
        ['cub function do', '--protect'],
      ],
      [['unit', 'data', '--help'], ['cub unit data <name or id> [flags]']],
      [['space', 'new-prefix', '--help'], ['cub space new-prefix [flags]']],
      [
        ['unit', 'apply', '--help'],
        ['cub unit apply [<unit-slug>] [flags]', '--revision'],
      ],
      [
        ['help', 'unit'],
        ['cub unit [command]', 'set-target '],
      ],
      [[], ['cub [command]', 'Available Commands:', 'changeset ']],
    ] as const) {
      const { exit, stdout } = await runAgainst({}, args);
      assert.equal(exit, 0);
      for (const word of words) assert.ok(stdout.includes(word), `${args.join(' ')}: ${word}`);
    }
  });

  it('knows nothing of a capability that it is told not to have', async () => {
    const none = { CUB_CAPABILITIES: '' };
    assert.equal(
      (await runAgainst({}, ['unit', 'get', 'u', '-o', 'json'], none)).stderr,
      "Failed: unknown shorthand flag: 'o' in -o\n",
    );
    const changeset = await runAgainst({}, ['unit', 'update', '--changeset', 'x'], none);
    assert.equal(changeset.stderr, 'Failed: unknown flag: --changeset\n');
    const data = await runAgainst({}, ['unit', 'data', 'u'], none);
    assert.match(data.stderr, /^Failed: unknown command "data" for "cub unit"/);
    assert.doesNotMatch((await runAgainst({}, ['unit', '--help'], none)).stdout, /\n {2}(data|tree|apply) /);
    assert.match(
      (await runAgainst({}, ['unit', '--help'], { CUB_CAPABILITIES: 'apply,unit-data' })).stdout,
      /\n {2}data /,
    );
  });

  it('knows of releases only when it is told so', async () => {
    const without = await runAgainst({}, ['release', 'publish', 's']);
    assert.match(without.stderr, /^Failed: unknown command "release" for "cub"/);
    assert.doesNotMatch((await runAgainst({}, ['space', 'update', '--help'])).stdout, /--release-target/);
    const newest = { CUB_CAPABILITIES: 'newest-era' };
    const help = await runAgainst({}, ['release', 'publish', '--help'], newest);
    assert.match(help.stdout, /^ {2}cub release publish <space> \[flags\]$/m);
    assert.match((await runAgainst({}, ['unit', 'apply'], newest)).stderr, /unknown command "apply"/);
    assert.match((await runAgainst({}, ['function', 'do', '--help'], newest)).stdout, /--protect/);
  });

  it('refuses a capability that does not exist', async () => {
    const { exit, stderr } = await runAgainst({}, ['unit'], { CUB_CAPABILITIES: 'aply' });
    assert.equal(exit, 1);
    assert.match(stderr, /^Failed: CUB_CAPABILITIES: unknown capability aply; known are apply, /);
  });

  it('says what is unknown and suggests what is near', async () => {
    const { exit, stderr } = await runAgainst({}, ['units', 'list']);
    assert.equal(exit, 1);
    assert.equal(stderr, 'Failed: unknown command "units" for "cub"\n\nDid you mean this?\n\tunit\n\n');
  });

  it('shows the reason of a refusal with the request it belongs to', async () => {
    const answers = { ...LOOKUPS, [`DELETE ${unitPath}`]: refusal(400, 'it is in use') };
    const { exit, stdout, stderr } = await runAgainst(answers, ['unit', 'delete', 'u', '--space', 's']);
    assert.deepEqual([exit, stdout, stderr], [1, '', 'Failed: HTTP 400 for req req-1: it is in use\n']);
  });

  it('needs a login', async () => {
    const { exit, stdout, stderr } = await runAgainst({}, ['unit', 'list', '--space', 's'], {
      HOME: '/nonexistent',
    });
    assert.equal(exit, 1);
    assert.equal(stdout, 'No session. Only unauthenticated commands will work\n');
    assert.match(stderr, /^Failed: you must be authenticated/);
  });

  it('waits until an action has ended, and tells how', async () => {
    const applied = {
      ...LOOKUPS,
      [`POST ${unitPath}/apply`]: OPERATION,
      ...events('Pending', 'Progressing', 'Completed'),
    };
    const { exit, stdout } = await runAgainst(applied, ['unit', 'apply', 'u', '--space', 's']);
    assert.equal(exit, 0);
    assert.equal(stdout, `Successfully completed Apply on unit u (${UNIT.UnitID})\n`);
  });

  it('fails when an action failed, or did not end in time', async () => {
    const failed = { ...LOOKUPS, [`POST ${unitPath}/apply`]: OPERATION, ...events('Progressing', 'Failed') };
    assert.equal(
      (await runAgainst(failed, ['unit', 'apply', 'u', '--space', 's'])).stderr,
      `Failed: Apply failed on unit ${UNIT.UnitID}\n`,
    );
    const slow = { ...LOOKUPS, [`POST ${unitPath}/apply`]: OPERATION, ...events('Progressing') };
    const late = await runAgainst(slow, ['unit', 'apply', 'u', '--space', 's', '--timeout', '5s']);
    assert.deepEqual([late.exit, late.stderr], [1, `Failed: Apply didn't complete on unit ${UNIT.UnitID}\n`]);
  });

  it('fails when a bulk operation failed for some', async () => {
    const where = `Slug IN ('u', 'v') AND SpaceID = '${SPACE.SpaceID}'`;
    const rows = [
      { Unit: UNIT },
      {
        Error: { Message: 'no upstream', Status: 400, ErrorMetadata: { EntityType: 'Unit', EntityID: 'v' } },
      },
    ];
    const answers = {
      ...LOOKUPS,
      [`PATCH /api/unit?upgrade=true&where=${where}`]: { status: 207, body: rows },
    };
    const args = ['unit', 'update', '--patch', '--upgrade', '--unit', 'u,v', '--space', 's'];
    const { exit, stdout, stderr, requests } = await runAgainst(answers, args);
    assert.equal(exit, 1);
    assert.match(
      stdout,
      /Bulk update completed with mixed results: 1 succeeded, 1 failed out of 2 total units\n$/,
    );
    assert.match(stdout, /Unit {11}v {12}400 {7}no upstream/);
    assert.equal(stderr, 'Failed: bulk update partially failed: 1 succeeded, 1 failed\n');
    assert.ok(requests.includes(`PATCH /api/unit?upgrade=true&where=${where} null`), requests.join('\n'));
  });

  it('opens and closes a changeset of another space', async () => {
    const home = { SpaceID: '33333333-3333-3333-3333-333333333333', Slug: 'home', OrganizationID: 'o' };
    const cs = '44444444-4444-4444-4444-444444444444';
    const answers = {
      ...LOOKUPS,
      "GET /api/space?where=Slug = 'home'": [{ Space: home }],
      [`GET /api/space/${home.SpaceID}/change_set?where=Slug = 'cs'`]: [
        { ChangeSet: { ChangeSetID: cs, Slug: 'cs', SpaceID: home.SpaceID } },
      ],
      [`PATCH ${unitPath}?change_set_id=${cs}`]: UNIT,
      [`PATCH ${unitPath}`]: UNIT,
    };
    const opened = await runAgainst(answers, [
      'unit',
      'update',
      '--patch',
      'u',
      '--space',
      's',
      '--changeset',
      'home/cs',
    ]);
    assert.equal(opened.stderr, '');
    assert.ok(
      opened.requests.includes(`PATCH ${unitPath}?change_set_id=${cs} {"ChangeSetID":"${cs}"}`),
      opened.requests.join('\n'),
    );
    const closed = await runAgainst(answers, [
      'unit',
      'update',
      '--patch',
      'u',
      '--space',
      's',
      '--changeset',
      '-',
    ]);
    assert.ok(closed.requests.includes(`PATCH ${unitPath} {"ChangeSetID":null}`), closed.requests.join('\n'));
  });

  it('merges from a unit of another space', async () => {
    const answers = {
      ...LOOKUPS,
      [`PATCH ${unitPath}?merge_base=1&merge_end=HeadRevisionNum&merge_source=${UNIT.UnitID}`]: UNIT,
    };
    const merge = ['--merge-source', 's/u', '--merge-base', '1', '--merge-end', 'HeadRevisionNum'];
    const { exit, stderr } = await runAgainst(answers, [
      'unit',
      'update',
      '--patch',
      'u',
      '--space',
      's',
      ...merge,
    ]);
    assert.deepEqual([exit, stderr], [0, '']);
    const half = await runAgainst(answers, [
      'unit',
      'update',
      '--patch',
      'u',
      '--space',
      's',
      '--merge-source',
      's/u',
    ]);
    assert.equal(half.stderr, 'Failed: --merge-base and --merge-end must be provided with --merge-source\n');
  });

  it('does not apply what was before a changeset', async () => {
    const { stderr } = await runAgainst(LOOKUPS, [
      'unit',
      'apply',
      'u',
      '--space',
      's',
      '--revision',
      'Before:ChangeSet:cs',
    ]);
    assert.equal(stderr, "Failed: 'Before:' modifier is not supported for apply operations\n");
  });

  it('prints what jq makes of it, or other formats', async () => {
    const answers = { ...LOOKUPS, 'GET /api/space': [{ Space: SPACE }] };
    assert.equal(
      (await runAgainst(answers, ['unit', 'get', 'u', '--space', 's', '--jq', '.Slug'])).stdout,
      'u\n',
    );
    assert.equal(
      (await runAgainst(answers, ['unit', 'get', 'u', '--space', 's', '-o', 'jq=.HeadRevisionNum'])).stdout,
      '2\n',
    );
    assert.equal(
      (await runAgainst(answers, ['unit', 'get', 'u', '--space', 's', '-o', 'name'])).stdout,
      'u\n',
    );
    assert.match(
      (await runAgainst(answers, ['unit', 'get', 'u', '--space', 's', '-o', 'yaml'])).stdout,
      /\nSlug: u\n/,
    );
    const unknown = await runAgainst(answers, ['unit', 'get', 'u', '--space', 's', '-o', 'xml']);
    assert.match(unknown.stderr, /^Failed: unknown output format xml: use one of json, yaml, name/);
  });

  it('makes triggers that only warn, and shows what they warn of', async () => {
    const triggers = `/api/space/${SPACE.SpaceID}/trigger`;
    const checked = {
      OrganizationID: 'o',
      ToolchainType: 'Kubernetes/YAML',
      ApplyGates: { 'a/f': true },
      ApplyWarnings: { 't/no-placeholders': true },
    };
    const answers = {
      ...LOOKUPS,
      [`POST ${triggers}`]: { TriggerID: 't1', SpaceID: SPACE.SpaceID, Slug: 't', Warn: true },
      [`GET /api/space/${SPACE.SpaceID}/unit?where=Slug = 'u'`]: [{ Unit: { ...UNIT, ...checked } }],
    };
    const words = ['t', 'Mutation', 'Kubernetes/YAML', 'no-placeholders'];
    const made = await runAgainst(answers, ['trigger', 'create', '--space', 's', ...words, '--warn']);
    assert.deepEqual([made.exit, made.stdout], [0, 'Successfully created trigger t (t1)\n']);
    const sent = made.requests.find((line) => line.startsWith(`POST ${triggers}`));
    assert.match(sent ?? '', /"Warn":true/);
    const { stdout, stderr } = await runAgainst(answers, ['unit', 'get', '--space', 's', 'u']);
    assert.equal(stderr, '');
    assert.match(stdout, /^Apply Gates +a\/f *$/m);
    assert.match(stdout, /^Apply Warnings +t\/no-placeholders *$/m);
    const older = { CUB_CAPABILITIES: '' };
    const refused = await runAgainst(
      answers,
      ['trigger', 'create', '--space', 's', ...words, '--warn'],
      older,
    );
    assert.equal(refused.stderr, 'Failed: unknown flag: --warn\n');
  });

  it('tells users, by name or id', async () => {
    const user = { UserID: '55555555-5555-5555-5555-555555555555', Slug: 'ada', Username: 'ada' };
    const answers = {
      'GET /api/user': [user],
      "GET /api/user?where=Username = 'ada'": [user],
      "GET /api/user?where=Username = 'bob'": [],
      [`GET /api/user/${user.UserID}`]: user,
    };
    assert.match((await runAgainst(answers, ['user', 'list'])).stdout, /^5{8}\S+ +ada *$/m);
    for (const name of ['ada', user.UserID])
      assert.match((await runAgainst(answers, ['user', 'get', name])).stdout, /^Username +ada *$/m);
    assert.equal((await runAgainst(answers, ['user', 'get', 'bob'])).stderr, 'Failed: user bob not found\n');
  });

  it('generates a prefix that no space begins with', async () => {
    const { exit, stdout } = await runAgainst(
      { 'GET /api/space': [{ Space: { ...SPACE, Slug: 'amber-badger-x' } }] },
      ['space', 'new-prefix'],
    );
    assert.equal(exit, 0);
    assert.equal(stdout, 'amber-amber-badger\n');
  });
});
