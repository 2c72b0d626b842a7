import assert from 'node:assert/strict';
import type { Json } from '../store/kube-object';
import { applyStrategicMerge } from './strategic-merge';

const spec = (spec: Json): Json => ({ spec });
const podSpec = (value: Json): Json => ({ spec: { template: { spec: value } } });
const patched = (document: Json, patch: Json): Json =>
  applyStrategicMerge(document, patch, '#apps.v1.Deployment');

describe('strategic merge patch', () => {
  it('merges containers by name and their env by name, new items first', () => {
    assert.deepEqual(
      patched(
        podSpec({ containers: [{ name: 'a', env: [{ name: 'X', value: '1' }] }, { name: 'b' }] }),
        podSpec({ containers: [{ name: 'a', image: 'i', env: [{ name: 'Y', value: '2' }] }] }),
      ),
      podSpec({
        containers: [
          {
            name: 'a',
            image: 'i',
            env: [
              { name: 'Y', value: '2' },
              { name: 'X', value: '1' },
            ],
          },
          { name: 'b' },
        ],
      }),
    );
  });

  it('deletes a list item by its key', () => {
    assert.deepEqual(
      patched(
        podSpec({ containers: [{ name: 'a' }, { name: 'b' }] }),
        podSpec({ containers: [{ name: 'a', $patch: 'delete' }] }),
      ),
      podSpec({ containers: [{ name: 'b' }] }),
    );
  });

  it('brings items into the order that is told', () => {
    assert.deepEqual(
      patched(
        podSpec({ containers: [{ name: 'a' }, { name: 'b' }] }),
        podSpec({
          '$setElementOrder/containers': [{ name: 'c' }, { name: 'b' }, { name: 'a' }],
          containers: [{ name: 'c' }],
        }),
      ),
      podSpec({ containers: [{ name: 'c' }, { name: 'b' }, { name: 'a' }] }),
    );
  });

  it('replaces atomic lists', () => {
    assert.deepEqual(
      patched(podSpec({ tolerations: [{ key: 'a' }] }), podSpec({ tolerations: [{ key: 'b' }] })),
      podSpec({ tolerations: [{ key: 'b' }] }),
    );
  });

  it('keeps only retained keys of the strategy', () => {
    assert.deepEqual(
      patched(
        spec({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } }),
        spec({ strategy: { $retainKeys: ['type'], type: 'Recreate' } }),
      ),
      spec({ strategy: { type: 'Recreate' } }),
    );
  });

  it('takes finalizers out of the list', () => {
    const metadata = (value: Json): Json => ({ metadata: value });
    assert.deepEqual(
      patched(
        metadata({ finalizers: ['a/x', 'a/y'] }),
        metadata({ '$deleteFromPrimitiveList/finalizers': ['a/x'] }),
      ),
      metadata({ finalizers: ['a/y'] }),
    );
  });

  it('replaces an object that says so, and removes null fields', () => {
    assert.deepEqual(
      patched(
        { metadata: { labels: { a: '1' }, annotations: { b: '2' } } },
        { metadata: { labels: { $patch: 'replace', c: '3' }, annotations: null } },
      ),
      { metadata: { labels: { c: '3' } } },
    );
  });

  it('refuses an item without its key', () => {
    assert.throws(
      () => patched(podSpec({ containers: [] }), podSpec({ containers: [{ image: 'x' }] })),
      /does not contain declared merge key: name/,
    );
  });
});
