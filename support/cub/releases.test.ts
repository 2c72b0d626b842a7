import assert from 'node:assert/strict';
import { CubError } from './error';
import { Releases } from './releases';
import type { Run } from './run';

describe('releases', () => {
  let commands: string[];
  const answering = (answers: Record<string, string>, refusal = ''): Releases => {
    const run: Run = async (args) => {
      commands.push(args.join(' '));
      const answer = answers[args.slice(0, 2).join(' ')];
      if (answer === undefined) throw new CubError({ args, exitCode: 1, told: refusal });
      return answer;
    };
    return new Releases(run);
  };
  beforeEach(() => {
    commands = [];
  });

  it('are published, of the heads or of what a change set marks', async () => {
    const releases = answering({ 'release publish': '{"ReleaseNum": 3, "SpaceID": "s"}' });
    assert.deepEqual(await releases.publish('base'), { number: 3, spaceId: 's', isNew: true });
    await releases.publish('base', 'ChangeSet:base/feed');
    assert.deepEqual(commands, [
      'release publish base --quiet --json',
      'release publish base --revision ChangeSet:base/feed --quiet --json',
    ]);
  });

  it('are the latest one when nothing is new', async () => {
    const list = {
      'release list': JSON.stringify([2, 1].map((ReleaseNum) => ({ Release: { ReleaseNum, SpaceID: 's' } }))),
    };
    const releases = answering(list, 'HTTP 400: no changes were made since :latest bundle');
    assert.deepEqual(await releases.publish('base'), { number: 2, spaceId: 's', isNew: false });
  });

  it('fail for any other reason, and are not taken for released', async () => {
    const list = { 'release list': '[{"Release": {"ReleaseNum": 2}}]' };
    const releases = answering(list, 'unit a cannot be released: approved/is-approved did not pass');
    await assert.rejects(releases.publish('base'), /approved\/is-approved did not pass\n.*\n.*see the gates/);
  });

  it('go where the space says', async () => {
    const rows = [{ Space: { Slug: 'base', ReleaseTargetID: 'id' } }, { Space: { Slug: 'infra' } }];
    const targets = await answering({ 'space list': JSON.stringify(rows) }).targets("Slug LIKE '%'");
    assert.deepEqual([...targets], [['base', 'id']]);
    await answering({ 'space update': '' }).sendTo('base', 'id');
    assert.equal(commands.at(-1), 'space update base --release-target id');
  });
});
