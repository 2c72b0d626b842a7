import { rmSync } from 'node:fs';
import { execa } from 'execa';
import { scratchFolder } from '../../environment/scratch/scratch';
import type { Part } from './figure';

/** Seconds that the machine may take for all features. */
const MOST_SECONDS = 60;

/** What `npm test` costs, wall and CPU of all its processes. Its reports go to a folder that is thrown away. */
export async function wholeSuite(cwd: string): Promise<Part> {
  const reports = scratchFolder();
  try {
    const result = await execa('bash', ['-c', "TIMEFORMAT='%R %U %S'; time npm test --silent"], {
      cwd,
      env: { MTX_REPORTS: reports },
      stdin: 'ignore',
      reject: false,
    });
    if (result.exitCode !== 0)
      throw new Error(`npm test failed, so it was not measured:\n${result.stdout ?? result.message}`);
    const [wall = 0, user = 0, system = 0] = (result.stderr.trim().split('\n').at(-1) ?? '')
      .split(' ')
      .map(Number);
    const title = `All features (npm test): ${result.stdout.trim().split('\n').at(-1)}`;
    return {
      title,
      figures: [
        { name: 'wall', value: wall, unit: 's', atMost: MOST_SECONDS },
        { name: 'CPU of all processes', value: user + system, unit: 's' },
      ],
    };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}
