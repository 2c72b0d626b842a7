import { createHmac } from 'node:crypto';
import type { BridgeWorker } from '../workers/model';

/** The bearer token that a worker gets for its secret; it ends when the secret changes. */
export function workerToken(worker: BridgeWorker): string {
  const proof = createHmac('sha256', worker.Secret).update(worker.BridgeWorkerID).digest('hex');
  return `${worker.BridgeWorkerID}.${proof}`;
}
