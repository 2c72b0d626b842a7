import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreEvent } from './cluster-store';
import type { KubeObject } from './kube-object';
import { Storage } from './storage';

const object = (name: string, value: number): KubeObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'n', uid: name, resourceVersion: '', creationTimestamp: '' },
  data: { value: String(value) },
});

describe('storage', () => {
  let folder: string;
  let storage: Storage;
  const open = (limit?: number): Storage =>
    new Storage(join(folder, 'objects.jsonl'), limit ? { historyLimit: limit } : {});
  const valuesAt = (version: number) =>
    [...(storage.at('configmaps', version) ?? [])].map(({ metadata, data }) => [metadata.name, data]);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storage-'));
    storage = open();
  });

  afterEach(async () => {
    await storage.close();
    rmSync(folder, { recursive: true });
  });

  it('has the same objects and the same version after it was opened again', async () => {
    storage.put('configmaps', object('a', 1));
    storage.put('configmaps', object('a', 2));
    storage.put('configmaps', object('b', 3));
    storage.remove('configmaps', 'n/b');
    await storage.close();
    storage = open();
    assert.equal(storage.version, 4);
    assert.deepEqual(valuesAt(4), [['a', { value: '2' }]]);
    assert.equal(storage.get('configmaps', 'n/a')?.metadata.resourceVersion, '2');
  });

  it('tells each change with what was there before', () => {
    const events: StoreEvent[] = [];
    storage.subscribe((event) => events.push(event));
    storage.put('configmaps', object('a', 1));
    storage.put('configmaps', object('a', 2));
    storage.remove('configmaps', 'n/a');
    assert.deepEqual(
      events.map(({ type, object: { metadata, data }, previous }) => [
        type,
        metadata.resourceVersion,
        data,
        previous?.data,
      ]),
      [
        ['ADDED', '1', { value: '1' }, undefined],
        ['MODIFIED', '2', { value: '2' }, { value: '1' }],
        ['DELETED', '3', { value: '2' }, { value: '2' }],
      ],
    );
  });

  it('knows the objects of an earlier version', () => {
    storage.put('configmaps', object('a', 1));
    storage.put('configmaps', object('b', 1));
    storage.put('configmaps', object('a', 2));
    storage.remove('configmaps', 'n/b');
    assert.deepEqual(valuesAt(2), [
      ['a', { value: '1' }],
      ['b', { value: '1' }],
    ]);
    assert.deepEqual(valuesAt(1), [['a', { value: '1' }]]);
  });

  it('forgets changes beyond its limit', async () => {
    await storage.close();
    storage = open(5);
    for (let n = 1; n <= 20; n += 1) storage.put('configmaps', object('a', n));
    assert.equal(storage.since(3), undefined);
    assert.equal(storage.at('configmaps', 3), undefined);
    assert.equal(storage.since(18)?.length, 2);
  });

  it('goes on counting after a restore, and knows nothing of before', async () => {
    storage.put('configmaps', object('a', 1));
    const kept = [...storage.snapshot()];
    storage.put('configmaps', object('a', 2));
    storage.put('configmaps', object('b', 1));
    storage.restore(kept);
    assert.equal(storage.version, 4);
    assert.equal(storage.since(3), undefined);
    assert.deepEqual(valuesAt(4), [['a', { value: '1' }]]);
    storage.put('configmaps', object('c', 1));
    await storage.close();
    storage = open();
    assert.equal(storage.version, 5);
    assert.deepEqual(valuesAt(5).length, 2);
  });

  it('hands out objects that cannot be changed by mistake', () => {
    const stored = storage.put('configmaps', object('a', 1));
    assert.throws(() => Object.assign(stored.data as object, { value: 'x' }), TypeError);
  });
});
