import assert from 'node:assert/strict';
import type { Checkpoints, Environment } from '../environment';
import { WorkersAwayError } from '../failure';
import { snapshotsOf } from './snapshots';

describe('snapshots', () => {
  const snapshotsThat = (restore: Checkpoints['restore']) =>
    snapshotsOf({ checkpoints: { has: () => true, restore } as Partial<Checkpoints> } as Environment);

  it('are taken back although a worker that ran in a shell is gone, and name it', async () => {
    const snapshots = snapshotsThat(async (name) => {
      throw new WorkersAwayError(name, ['traderx-worker'], 20);
    });
    assert.deepEqual(await snapshots.restore('mine'), ['traderx-worker']);
    assert.deepEqual(await snapshotsThat(async () => undefined).restore('mine'), []);
  });

  it('are not taken back when a server refuses', async () => {
    const snapshots = snapshotsThat(async () => {
      throw new Error('the disk is full');
    });
    await assert.rejects(snapshots.restore('mine'), /the disk is full/);
  });
});
