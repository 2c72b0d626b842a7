import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Cluster } from '../../cluster/cluster';
import { Cub } from '../../cub/cub';
import { all, is } from '../../cub/where';
import { isAlive } from '../../environment/lab/process';
import { openSession, type Session } from '../../scenario/session';
import { HubMemory } from '../../tutorial/hub';
import { Names, PROJECT } from '../../tutorial/names';
import { removeEverything } from '../../tutorial/remove-everything';

interface RememberedSpaces {
  hub: string;
  prefix: string;
  process: number;
  command: string;
}

/** A hub that outlives the run, and the prefix of what the run makes in it. */
export interface HubOfRun {
  hub: string;
  prefix: string;
  /** folder in which runs are remembered while they last */
  records: string;
}

/**
 * Remembers a run in a hub that outlives it, before it writes there, and removes the spaces that killed runs left in that
 * hub, with the namespaces of these. What carries another label or prefix is none of ours.
 *
 * @param env variables of the run, with which the hub is reached when there is something to remove
 * @returns what ends the run; one that was interrupted stays remembered, for its processes may still write
 */
export async function rememberSpaces(
  { hub, prefix, records }: HubOfRun,
  env: NodeJS.ProcessEnv,
): Promise<(ending: { interrupted: boolean }) => void> {
  mkdirSync(records, { recursive: true });
  const abandoned = readdirSync(records)
    .filter((name) => name.startsWith('spaces-'))
    .map((name) => {
      const file = join(records, name);
      return { file, run: JSON.parse(readFileSync(file, 'utf8')) as RememberedSpaces };
    })
    .filter(({ run }) => run.hub === hub && !isAlive(run.process, run.command));
  if (abandoned.length > 0) {
    const session = await openSession(env);
    try {
      for (const { file, run } of abandoned) {
        await removeSpaces(session, run.prefix);
        rmSync(file, { force: true });
      }
    } finally {
      await session.end();
    }
  }
  const file = join(records, `spaces-${prefix}${process.pid}.json`);
  const run: RememberedSpaces = {
    hub,
    prefix,
    process: process.pid,
    command: basename(process.argv[1] ?? ''),
  };
  writeFileSync(file, JSON.stringify(run));
  return ({ interrupted }) => {
    if (!interrupted) rmSync(file, { force: true });
  };
}

/** Each scenario has a prefix of its own, which begins with that of its run. */
async function removeSpaces(
  { environment, connection, can, redactor, workers }: Session,
  prefix: string,
): Promise<void> {
  if (!prefix) return;
  const cub = new Cub({ ...environment.cub, transcript: () => undefined, masking: redactor }, can);
  const cluster = new Cluster(connection, { transcript: () => undefined });
  const found = await cub.spaces.list(all(`Slug LIKE '${prefix}%'`, is('Labels.Project', PROJECT)));
  const prefixes = new Set(found.map(({ slug }) => slug.slice(0, slug.indexOf('traderx', prefix.length))));
  for (const each of prefixes)
    await removeEverything({
      cub,
      cluster,
      can,
      workers,
      names: new Names(each),
      memory: new HubMemory(),
      narrate: () => undefined,
      patience: 60_000,
    });
}
