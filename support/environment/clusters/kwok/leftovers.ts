import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { getContainerRuntimeClient } from 'testcontainers';
import { isAlive } from '../../lab/process';

type Dockerode = Awaited<ReturnType<typeof getContainerRuntimeClient>>['container']['dockerode'];

const label = {
  machine: 'microtraderx.machine',
  process: 'microtraderx.process',
  command: 'microtraderx.command',
};

/** Says on a container which run it belongs to, so that the next run can tell whether anybody still needs it. */
export function labelsOfThisRun(): Record<string, string> {
  return {
    [label.machine]: hostname(),
    [label.process]: String(process.pid),
    [label.command]: basename(process.argv[1] ?? ''),
  };
}

/** Removes containers of ours whose run ended without removing them; those of runs that go on stay. */
export async function removeLeftovers(engine: Dockerode): Promise<void> {
  const filters = { label: [`${label.machine}=${hostname()}`, label.process] };
  for (const { Id, Labels } of await engine.listContainers({ all: true, filters })) {
    if (!isAlive(Number(Labels[label.process]), Labels[label.command] ?? ''))
      await engine.getContainer(Id).remove({ force: true, v: true });
  }
}
