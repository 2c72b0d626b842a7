import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLifecycle } from '../../lifecycle/lifecycle';
import { Registry } from '../../registry/registry';
import type { ClusterStore } from '../../store/cluster-store';
import { Storage } from '../../store/storage';

/** A store for tests: the server's own, in a temporary folder, with the node `embedded` and the namespace `trading`. */
export async function openTestStore(
  now: () => Date,
): Promise<{ store: ClusterStore; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  const storage = new Storage(join(folder, 'cluster.log'));
  const store = new Registry(storage, now);
  const lifecycle = startLifecycle(store, now, 'CA');
  store.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'embedded' } });
  store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'trading' } });
  await new Promise((resolve) => setImmediate(resolve));
  return {
    store,
    async close() {
      lifecycle.stop();
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}
