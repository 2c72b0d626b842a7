import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { execa } from 'execa';
import { scratchFolder } from '../../environment/scratch/scratch';

/** What a run of scenarios in a process of its own left behind. */
export interface Trial {
  ok: boolean;
  seconds: number;
  messages: Envelope[];
  /** What the planted fault altered, one line each. */
  strikes: string[];
  /** The end of what it printed. */
  output: string;
}

const PATIENCE_MS = 300_000;

/**
 * Runs scenarios in a process of its own, the way `npm test` does, with its reports in a folder that goes away.
 *
 * @param settings what is set besides the environment
 * @param fault the name of the fault to plant; none is planted without
 */
export async function carryOut(
  places: readonly string[],
  cwd: string,
  settings: NodeJS.ProcessEnv = {},
  fault?: string,
): Promise<Trial> {
  const reports = scratchFolder();
  const strikes = join(reports, 'strikes');
  try {
    const result = await execa(
      process.execPath,
      ['-r', './support/typescript.cjs', 'support/commands/test.ts', ...places],
      {
        cwd,
        env: { ...settings, MTX_REPORTS: reports, MTX_FAULT: fault ?? '', MTX_FAULT_STRIKES: strikes },
        reject: false,
        all: true,
        stdin: 'ignore',
        timeout: PATIENCE_MS,
        forceKillAfterDelay: 5_000,
      },
    );
    return {
      ok: !result.failed,
      seconds: result.durationMs / 1000,
      messages: linesOf(join(reports, 'messages.ndjson')).map((line) => JSON.parse(line) as Envelope),
      strikes: linesOf(strikes),
      output: String(result.all ?? '').slice(-3000),
    };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
