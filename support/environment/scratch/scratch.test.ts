import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../lab/process';
import { scratchFolder, sweepScratch } from './scratch';

describe('scratch folders', () => {
  let place: string;
  let gone: number;
  const folder = (name: string) => {
    mkdirSync(join(place, name));
    return join(place, name);
  };

  beforeEach(async () => {
    place = mkdtempSync(join(tmpdir(), 'sweep-'));
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => child.once('close', done));
    gone = child.pid ?? 0;
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('go with the next sweep when their process is gone; all others stay', async () => {
    const left = folder(`microtraderx-${gone}-AbCd12`);
    const others = [
      folder(`microtraderx-${process.pid}-AbCd12`),
      folder('microtraderx-of-somebody'),
      folder(`microtraderx-${gone}-AbCd12-copy`),
      folder('AbCd12'),
    ];
    assert.deepEqual(await sweepScratch(place), [left]);
    assert.equal(existsSync(left), false);
    for (const other of others) assert.equal(existsSync(other), true, other);
  });

  it('take with them what still runs in them, and nothing else', async () => {
    const left = folder(`microtraderx-${gone}-AbCd12`);
    const idle = ['-e', 'setInterval(() => undefined, 1000)', '--'];
    const inside = spawn(process.execPath, [...idle, '--state', join(left, 'hub')]);
    const outside = spawn(process.execPath, [...idle, '--state', place]);
    try {
      while (!isAlive(inside.pid ?? 0, left) || !isAlive(outside.pid ?? 0, place)) await pause(5);
      await sweepScratch(place);
      assert.equal(isAlive(inside.pid ?? 0, left), false);
      assert.equal(isAlive(outside.pid ?? 0, place), true);
    } finally {
      inside.kill('SIGKILL');
      outside.kill('SIGKILL');
    }
  });

  it('say whose they are', () => {
    const made = scratchFolder();
    try {
      assert.match(made, new RegExp(`microtraderx-${process.pid}-\\w{6}$`));
    } finally {
      rmSync(made, { recursive: true });
    }
  });
});
