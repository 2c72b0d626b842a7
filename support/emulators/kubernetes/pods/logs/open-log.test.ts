import assert from 'node:assert/strict';
import type { Pod } from '../../controllers/objects/pod';
import { ContainerLog } from './container-log';
import type { LogRequest } from './model';
import { openLog } from './open-log';

const NOW = new Date('2026-01-05T09:30:10Z');

function pod(names: string[], reason?: string): Pod {
  const containerStatuses = names.map((name) => ({
    name,
    state: { waiting: reason ? { reason } : undefined },
  }));
  return {
    metadata: { name: 'one' },
    spec: { nodeName: 'embedded', containers: names.map((name) => ({ name, image: 'nginx' })) },
    status: { phase: 'Running', containerStatuses },
  } as unknown as Pod;
}

describe('log of a container', () => {
  const log = new ContainerLog();
  log.write('one', new Date('2026-01-05T09:30:00Z'));
  log.write('two\nthree\n', new Date('2026-01-05T09:30:08Z'));
  const open = (request: Partial<LogRequest>, of = pod(['app'])) =>
    openLog(of, { namespace: 'n', pod: 'one', ...request }, () => ({ current: log }), NOW);

  const rows: [Partial<LogRequest>, string][] = [
    [{}, 'one\ntwo\nthree\n'],
    [{ container: 'app', tailLines: 1 }, 'three\n'],
    [{ tailLines: 0 }, ''],
    [{ tailLines: 9 }, 'one\ntwo\nthree\n'],
    [{ sinceSeconds: 5 }, 'two\nthree\n'],
    [{ limitBytes: 5 }, 'one\nt'],
    [{ timestamps: true, tailLines: 1 }, '2026-01-05T09:30:08.000Z three\n'],
  ];
  for (const [request, text] of rows) {
    it(`holds ${JSON.stringify(text)} for ${JSON.stringify(request)}`, () =>
      assert.equal(open(request).text, text));
  }

  it('tells a follower of further lines and of the end', () => {
    const followed = new ContainerLog();
    const { follow } = openLog(
      pod(['app']),
      { namespace: 'n', pod: 'one', follow: true },
      () => ({ current: followed }),
      NOW,
    );
    const seen: string[] = [];
    follow?.(
      (text) => seen.push(text),
      () => seen.push('end'),
    );
    followed.write('more', NOW);
    followed.close();
    assert.deepEqual(seen, ['more\n', 'end']);
  });

  const refusals: [Partial<LogRequest>, Pod, string][] = [
    [{}, pod(['a', 'b']), 'a container name must be specified for pod one, choose one of: [a b]'],
    [{ container: 'x' }, pod(['app']), 'container x is not valid for pod one'],
    [{ previous: true }, pod(['app']), 'previous terminated container "app" in pod "one" not found'],
  ];
  for (const [request, of, message] of refusals) {
    it(`is refused: ${message}`, () => assert.throws(() => open(request, of), { code: 400, message }));
  }

  it('is refused while the container waits to start', () => {
    const message = 'container "app" in pod "one" is waiting to start: trying and failing to pull image';
    const request = { namespace: 'n', pod: 'one' };
    assert.throws(() => openLog(pod(['app'], 'ImagePullBackOff'), request, () => ({}), NOW), {
      code: 400,
      message,
    });
  });
});
