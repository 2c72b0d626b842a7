import { execa } from 'execa';

/** A program to be measured. */
export interface Program {
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
}

/**
 * Runs the programs in turns; the wall time of each one's fastest round, in milliseconds. The fastest, because whatever else
 * the machine does can only add to it. The first round is not counted.
 *
 * @throws Error when one of them ends with an exit code other than 0
 */
export async function inTurns<Name extends string>(
  programs: Record<Name, Program>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(programs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const { command, args, env } = programs[name];
      const { durationMs } = await execa(command, args, { env, stdin: 'ignore', stdout: 'ignore' });
      if (round > 0) times.get(name)?.push(durationMs);
    }
  return Object.fromEntries(names.map((name) => [name, Math.min(...(times.get(name) ?? []))])) as Record<
    Name,
    number
  >;
}
