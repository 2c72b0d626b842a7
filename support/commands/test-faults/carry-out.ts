import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { execa } from 'execa';
import { scratchFolder } from '../../environment/scratch/scratch';
import type { ScenarioStrike } from '../../faults';

/** What a run of scenarios in a process of its own left behind. */
export interface Trial {
  ok: boolean;
  seconds: number;
  messages: Envelope[];
  /** What the planted faults altered. */
  strikes: ScenarioStrike[];
  /** The end of what it printed. */
  output: string;
}

/** For a process to start, and for each of its scenarios; milliseconds. */
const PATIENCE = { start: 240_000, scenario: 60_000 };

/**
 * Runs scenarios the way `npm test` does, with its reports in a folder that goes away. With faults all of them run in
 * one process, one after the other.
 *
 * @param settings what is set besides the environment
 * @param faults names of scenarios with the names of the faults that they meet; none is planted without
 */
export async function carryOut(
  places: readonly string[],
  cwd: string,
  settings: NodeJS.ProcessEnv = {},
  faults?: Readonly<Record<string, string>>,
): Promise<Trial> {
  const reports = scratchFolder();
  const file = { faults: join(reports, 'faults.json'), strikes: join(reports, 'strikes') };
  if (faults) writeFileSync(file.faults, JSON.stringify(faults));
  const planted = faults ? { MTX_FAULTS: file.faults, MTX_FAULT_STRIKES: file.strikes } : {};
  try {
    const result = await execa(
      process.execPath,
      [
        ...['-r', './support/typescript.cjs', 'support/commands/test.ts', ...places],
        ...(faults ? ['--parallel', '0'] : []),
      ],
      {
        cwd,
        env: { ...settings, MTX_REPORTS: reports, ...planted },
        reject: false,
        all: true,
        stdin: 'ignore',
        timeout: PATIENCE.start + PATIENCE.scenario * places.length,
        forceKillAfterDelay: 5_000,
      },
    );
    return {
      ok: !result.failed,
      seconds: result.durationMs / 1000,
      messages: linesOf<Envelope>(join(reports, 'messages.ndjson')),
      strikes: linesOf<ScenarioStrike>(file.strikes),
      output: String(result.all ?? '').slice(-3000),
    };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/** The JSON objects of a file, one a line; none where there is no file. */
function linesOf<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
