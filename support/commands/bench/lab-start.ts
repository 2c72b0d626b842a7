import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../environment/build';
import { scratchFolder } from '../../environment/scratch/scratch';
import type { Part } from './figure';
import { inTurns } from './measure';

/** What a lab that is new may take beyond Node's own start, milliseconds. */
const MOST_MS = 500;
const ROUNDS = 5;

/** From the command until hub and cluster answer, each time in a lab that was stopped; beside an empty Node. */
export async function labStart(): Promise<Part> {
  const state = scratchFolder();
  const lab = (command: string) => ({
    command: process.execPath,
    args: [
      ...['-r', join(projectRoot, 'support', 'typescript.cjs')],
      ...[join(projectRoot, 'support', 'commands', 'lab.ts'), command],
    ],
    env: { MTX_STATE: state },
  });
  try {
    const { empty, start } = await inTurns(
      {
        empty: { command: process.execPath, args: ['-e', '0'] },
        start: lab('start'),
        stop: lab('stop'),
      },
      ROUNDS,
    );
    return {
      title: 'The lab (npm run lab -- start)',
      figures: [
        { name: 'empty node', value: empty, unit: 'ms' },
        { name: 'lab start, until it is ready', value: start, unit: 'ms' },
        { name: 'beyond the empty node', value: start - empty, unit: 'ms', atMost: MOST_MS },
      ],
    };
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}
