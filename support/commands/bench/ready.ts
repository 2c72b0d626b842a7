import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { join } from 'node:path';
import { startHub } from '../../emulators/hub/start';
import { startCluster } from '../../emulators/kubernetes/start';
import { scratchFolder } from '../../environment/scratch/scratch';
import type { Part } from './figure';

const MOST_MS = 300;

/**
 * What it costs until a new hub and a new cluster answer, their modules loaded already: CPU time of the process, once
 * and cold, certificate and first state included.
 */
export async function ready(): Promise<Part> {
  const folder = scratchFolder();
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const [hub, cluster] = await Promise.all([
    startHub({ state: join(folder, 'hub'), port: 0 }, hubWorld),
    startCluster({ state: join(folder, 'kubernetes'), port: 0, pace: 1 }, () => undefined),
  ]);
  try {
    await Promise.all([answerOf(`${hub.url}/api/info`), answerOf(`${cluster.url}/readyz`)]);
    const { user, system } = process.cpuUsage(cpuBefore);
    const wall = performance.now() - began;
    return {
      title: 'Embedded environment: hub and cluster answer',
      figures: [
        { name: 'process time, modules loaded', value: (user + system) / 1000, unit: 'ms', atMost: MOST_MS },
        { name: 'wall, modules loaded', value: wall, unit: 'ms' },
      ],
    };
  } finally {
    await Promise.all([hub.stop(), cluster.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

const hubWorld = {
  now: () => new Date().toISOString(),
  ids: () => randomUUID(),
  secrets: () => randomBytes(24).toString('base64url'),
  log: () => undefined,
};

/** The status of a server's answer; that of one which wants to know who asks counts as one. */
function answerOf(url: string): Promise<number> {
  const request = url.startsWith('https:') ? secure : plain;
  return new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
}
