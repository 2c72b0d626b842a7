import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../failure';
import { startChild } from './child';

describe('server as a child', () => {
  let folder: string;
  const program = (text: string) => {
    const file = join(folder, 'server.cjs');
    writeFileSync(file, text);
    return file;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'child-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is ready when it says so, whatever it says before', async () => {
    const lines: string[] = [];
    const server = await startChild(
      'hub',
      program(`console.log('hello'); console.error('warming up');
        setTimeout(() => console.log(JSON.stringify({ ready: true, url: 'http://127.0.0.1:9' })), 20);
        process.stdin.resume().on('close', () => process.exit(0));`),
      [],
      (line) => lines.push(line),
    );
    await server.stop();
    assert.equal(server.ready.url, 'http://127.0.0.1:9');
    assert.deepEqual(lines, ['hub: warming up']);
  });

  it('that ends instead is reported with its exit code and its last words', async () => {
    const file = program(`console.error('the port 80 is taken'); process.exit(3);`);
    await assert.rejects(
      startChild('hub', file, [], () => undefined),
      (error: unknown) => {
        assert.ok(error instanceof EnvironmentError);
        assert.equal(error.message, 'hub ended with exit code 3 before it was ready: the port 80 is taken');
        return true;
      },
    );
  });

  it('that does not listen to a kind word is stopped all the same', async () => {
    const server = await startChild(
      'hub',
      program(`process.on('SIGTERM', () => setTimeout(() => process.exit(0), 50)); setInterval(() => undefined, 1000);
        console.log('{"ready":true,"url":"http://127.0.0.1:9"}');`),
      [],
      () => undefined,
    );
    await server.stop();
    assert.throws(() => process.kill(server.pid, 0), { code: 'ESRCH' });
  });
});
