import { startWarm } from '../../cub/warm';
import type { Environment } from '../../environment';
import type { Part } from './figure';
import { inTurns, type Program } from './measure';

const ROUNDS = 40;

/**
 * What starting the bundled `cub` costs, beside an empty Node, beside the same command in a process that lives on, and
 * beside a real `cub` when one is named. Where the machine names extra certificates, Node 20 reads them at each start and
 * the suite keeps them from its commands, so an empty Node is measured in both ways.
 */
export async function commandLine(
  { cub }: Environment,
  realCub: string | undefined,
  node: string,
): Promise<Part> {
  const modern = Number(process.versions.node.split('.')[0]) >= 24;
  const list = ['space', 'list'];
  const programs: Record<string, Program> = {
    empty: { command: process.execPath, args: ['-e', '0'] },
    bare: { command: process.execPath, args: ['-e', '0'], env: { NODE_EXTRA_CA_CERTS: '' } },
    bundled: { command: cub.command, args: list, env: cub.env },
  };
  if (realCub) programs.real = { command: realCub, args: list, env: cub.env };
  const { empty = 0, bare = 0, bundled = 0, real = 0 } = await inTurns(programs, ROUNDS);
  const warm = await fastestWarm(cub, list);
  return {
    title: `One cub command (cub space list), Node ${node}`,
    figures: [
      { name: 'empty node', value: empty, unit: 'ms' },
      { name: 'bundled cub', value: bundled, unit: 'ms' },
      {
        name: 'bundled cub / empty node',
        value: bundled / empty,
        unit: '×',
        atMost: modern ? undefined : 1.4,
      },
      ...(warm === undefined
        ? []
        : [
            { name: 'bundled cub, in a process that lives on', value: warm, unit: 'ms' } as const,
            { name: 'that / bundled cub', value: warm / bundled, unit: '×', atMost: 0.5 } as const,
          ]),
      ...(process.env.NODE_EXTRA_CA_CERTS
        ? [
            { name: 'empty node without extra certificates', value: bare, unit: 'ms' } as const,
            { name: 'bundled cub / that', value: bundled / bare, unit: '×' } as const,
          ]
        : []),
      ...(realCub
        ? [
            { name: 'real cub', value: real, unit: 'ms' } as const,
            {
              name: 'bundled / real',
              value: bundled / real,
              unit: '×',
              atMost: modern ? 1 : undefined,
            } as const,
          ]
        : []),
    ],
    notRun: realCub ? [] : ['the real cub: none was named (MTX_REAL_CUB, or --real-cub PATH)'],
  };
}

/** The fastest of some runs in a process that lives on, milliseconds; undefined where each has its own. */
async function fastestWarm({ program, env }: Environment['cub'], args: readonly string[]) {
  if (program === undefined) return undefined;
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { exitCode, stderr, durationMs } = await startWarm(program, args, { env });
    if (exitCode !== 0) throw new Error(`cub ${args.join(' ')} failed: ${stderr}`);
    fastest = Math.min(fastest, durationMs);
  }
  return fastest;
}
