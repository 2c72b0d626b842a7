import { execa } from 'execa';
import type { Check } from './checks';

/** How a check went. `output` is what its command wrote, both streams in order. */
export interface CheckResult {
  check: Check;
  ok: boolean;
  seconds: number;
  output: string;
}

/** Runs a check in the project's folder and waits for its end, however it ends. */
export async function runCheck(check: Check, cwd: string): Promise<CheckResult> {
  const [program, ...args] = check.command;
  const result = await execa(program, args, {
    cwd,
    all: true,
    reject: false,
    preferLocal: true,
    stdin: 'ignore',
  });
  const output = result.all || (result.failed ? (result.shortMessage ?? '') : '');
  return { check, ok: !result.failed, seconds: result.durationMs / 1000, output };
}

/** A line of the table: what, state, seconds, what it means. */
export function resultLine({ check, ok, seconds }: CheckResult): string {
  return `${ok ? '✓' : '✗'} ${check.name.padEnd(9)} ${ok ? 'passed' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${check.means}`;
}
