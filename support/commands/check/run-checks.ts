import { availableParallelism } from 'node:os';
import { inParallel } from '../../cub/in-parallel';
import type { Check } from './checks';
import { type CheckResult, resultLine, runCheck } from './run-check';

/** How checks are run, and where what they tell goes. */
export interface RunOptions {
  /** the project's folder */
  root: string;
  /** What failed is run once more, with nothing beside it, and told as flaky when it passes then. */
  twice: boolean;
  out: (text: string) => void;
}

/**
 * Runs checks, two of them beside each other where they leave a processor free. Tells a table, then all that a failed one
 * printed, at each try, and a closing sentence.
 *
 * @returns whether each check passed in the end
 */
export async function runChecks(
  checks: readonly Check[],
  { root, twice, out }: RunOptions,
): Promise<boolean> {
  const inLanes = (chosen: readonly Check[], lanes: number): Promise<CheckResult[]> =>
    inParallel(
      chosen.map((check) => async () => {
        const result = await runCheck(check, root);
        out(`${resultLine(result)}\n`);
        return result;
      }),
      lanes,
    );
  const first = [
    ...(await inLanes(
      checks.filter(({ alone }) => !alone),
      Math.min(2, availableParallelism()),
    )),
    ...(await inLanes(
      checks.filter(({ alone }) => alone),
      1,
    )),
  ];
  const broken = failedOf(first);
  const again = broken.map(({ check }) => check);
  const last = twice ? await inLanes(again, 1) : broken;
  const failed = failedOf(last);
  const flaky = last.filter(({ ok }) => ok).map(({ check }) => check.name);
  for (const { check, output } of new Set([...broken, ...failed]))
    out(`\n── ${check.name} ──\n${output.trimEnd()}\n`);
  if (flaky.length > 0) out(`\nFlaky, as it passed at the second try: ${flaky.join(', ')}.\n`);
  out(
    failed.length === 0
      ? '\nAll checks passed.\n'
      : `\n${failed.length} of ${checks.length} checks failed.\n`,
  );
  return failed.length === 0;
}

function failedOf(results: readonly CheckResult[]): CheckResult[] {
  return results.filter(({ ok }) => !ok);
}
