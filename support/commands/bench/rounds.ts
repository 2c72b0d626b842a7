import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Ended } from '../../cub/start';
import { runCaptured } from '../../emulators/cub/captured';
import { type Environment, readSettings, startEnvironment } from '../../environment';
import { processesNaming } from '../../environment/scratch/processes';
import { scratchFolder } from '../../environment/scratch/scratch';
import { removeEverything } from '../../tutorial/remove-everything';
import { actOut, STAGES } from '../../tutorial/stages';
import { tutorialIn } from '../open-tutorial';
import type { Figure, Part } from './figure';

/** How much more than early on may be used after all rounds. */
const MOST_GROWTH = 1.5;

/** What the servers use at a moment: by name of the server. */
type Use = Record<string, { megabytes: number; files: number }>;

/**
 * All stages, acted out and removed again, many times on the same hub and cluster: does what these use grow, or the time
 * that they take to start? Commands are carried out in this process, which is none of those that are measured.
 *
 * @param count how many times; a tenth of them is for the servers to warm up
 * @throws RangeError for less than ten
 */
export async function rounds(count: number): Promise<Part> {
  if (!(count >= 10))
    throw new RangeError(`${count} rounds are too few to see anything grow; say 10 or more.`);
  const title = `All ${STAGES.length} stages, ${count} times on the same hub and cluster`;
  if (process.platform !== 'linux')
    return { title, figures: [], notRun: ['what a process uses is read from /proc, which is Linux'] };
  const [folder, copy] = [scratchFolder(), scratchFolder()];
  const began = performance.now();
  const early = Math.round(count / 10);
  const uses: Use[] = [];
  const actAll = async (times: number) => {
    const environment = await startIn(folder);
    try {
      const tutorial = await tutorialIn(environment, () => undefined, { start: inThisProcess });
      for (let round = 1; round <= times; round++) {
        for (const { number } of STAGES) await actOut(tutorial, number);
        await removeEverything(tutorial);
        if (round <= early || round === times) uses.push(useOf(folder));
      }
    } finally {
      await environment.stop();
    }
  };
  try {
    await actAll(early);
    cpSync(folder, copy, { recursive: true });
    await actAll(count - early);
    const [before, after] = await startTimes([copy, folder]);
    const last = uses.pop() ?? {};
    return {
      title,
      figures: [
        { name: 'wall', value: (performance.now() - began) / 1000, unit: 's' },
        ...Object.keys(last).flatMap((server) => growth(server, uses, last)),
        { name: `start, after ${early} rounds`, value: before, unit: 'ms' },
        { name: 'start, after all', value: after, unit: 'ms' },
        { name: 'growth of it', value: after / before, unit: '×', atMost: MOST_GROWTH },
      ],
    };
  } finally {
    for (const one of [folder, copy]) rmSync(one, { recursive: true, force: true });
  }
}

function startIn(stateDir: string): Promise<Environment> {
  return startEnvironment(readSettings({ MTX_PACE: '200' }), { stateDir, log: () => undefined });
}

/** How long hub and cluster take to start on the state in each of two folders, milliseconds: the best of five, in turns. */
async function startTimes(folders: [string, string]): Promise<[number, number]> {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < 10; turn++) {
    const which = turn % 2 === 0 ? 0 : 1;
    const began = performance.now();
    const environment = await startIn(folders[which]);
    best[which] = Math.min(best[which], performance.now() - began);
    await environment.stop();
  }
  return best;
}

function growth(server: string, early: readonly Use[], after: Use): Figure[] {
  const most = (key: 'megabytes' | 'files') => Math.max(...early.map((use) => use[server]?.[key] ?? 0));
  const [megabytes, files] = [after[server]?.megabytes ?? 0, after[server]?.files ?? 0];
  return [
    { name: `${server}: memory early on`, value: most('megabytes'), unit: 'MB' },
    { name: `${server}: memory after all`, value: megabytes, unit: 'MB' },
    {
      name: `${server}: growth of it`,
      value: megabytes / most('megabytes'),
      unit: '×',
      atMost: MOST_GROWTH,
    },
    { name: `${server}: open files early on`, value: most('files'), unit: '' },
    { name: `${server}: open files after all`, value: files, unit: '', atMost: most('files') },
  ];
}

/** What the servers with that folder use now. */
function useOf(folder: string): Use {
  const servers = processesNaming(folder).flatMap((pid) => {
    const [, name] = /(hub|kubernetes)\.cjs/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? [];
    return name ? [[name, used(pid)] as const] : [];
  });
  return Object.fromEntries(servers);
}

function used(pid: number): { megabytes: number; files: number } {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return { megabytes: Number(kilobytes) / 1024, files: readdirSync(`/proc/${pid}/fd`).length };
}

/** Carries a command of the bundled `cub` out without a process of its own. */
async function inThisProcess(
  _command: string,
  words: readonly string[],
  { env, input }: { env?: object; input?: unknown },
): Promise<Ended> {
  const began = performance.now();
  const outcome = await runCaptured({
    arguments: words,
    env: { ...process.env, ...env },
    input: String(input ?? ''),
  });
  return { ...outcome, durationMs: performance.now() - began };
}
