import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundles } from '../../environment/build';
import { readSettings, startEnvironment } from '../../environment/index';
import { bench } from './bench';
import { type Observation, observe } from './observe';

/**
 * Lets a real worker and the one of this project do the same, each with an embedded hub and an embedded cluster of its
 * own, and prints what was seen of both. Returns whether they agree.
 *
 * @param real path of the real worker's executable, `cub-worker-run`
 */
export async function witnessWorker(real: string, out: (text: string) => void): Promise<boolean> {
  const { bin } = await buildBundles();
  const [theirs, ours] = [await run(real, out), await run(join(bin, 'cub-worker-run'), out)];
  let agreed = true;
  for (const [index, { what, seen, intended }] of theirs.entries()) {
    const same = ours[index]?.seen === seen;
    agreed &&= same || intended !== undefined;
    out(`${same ? 'same' : intended ? 'diff' : 'DIFF'}  ${what}: ${seen}\n`);
    if (!same)
      out(`      this project's: ${ours[index]?.seen ?? 'nothing'}${intended ? ` (${intended})` : ''}\n`);
  }
  return agreed;
}

async function run(executable: string, out: (text: string) => void): Promise<Observation[]> {
  const stateDir = mkdtempSync(join(tmpdir(), 'witness-worker-'));
  try {
    const environment = await startEnvironment(readSettings({}), {
      stateDir,
      log: (line) => out(`      ${line}\n`),
    });
    try {
      return await observe(bench(environment, executable));
    } finally {
      await environment.stop();
    }
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}
