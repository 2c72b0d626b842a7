import type { Environment } from '../../environment';
import type { Part } from './figure';
import { inTurns, type Program } from './measure';

const ROUNDS = 15;

/** What starting the bundled `cub` costs, beside an empty Node and beside a real `cub` when one is named. */
export async function commandLine(
  { cub }: Environment,
  realCub: string | undefined,
  node: string,
): Promise<Part> {
  const modern = Number(process.versions.node.split('.')[0]) >= 24;
  const list = ['space', 'list'];
  const programs: Record<string, Program> = {
    empty: { command: process.execPath, args: ['-e', '0'] },
    bundled: { command: cub.command, args: list, env: cub.env },
  };
  if (realCub) programs.real = { command: realCub, args: list, env: cub.env };
  const { empty = 0, bundled = 0, real = 0 } = await inTurns(programs, ROUNDS);
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
