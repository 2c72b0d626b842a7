import type { Run } from '../../report/model/run';

/**
 * Whether a run proved what it set out to prove, and the sentence to say when it did not.
 *
 * @param mayProveNothing for a dry run, and for a shard, which is judged together with the others when they are merged
 */
export function verdictOf(
  run: Run,
  success: boolean,
  mayProveNothing: boolean,
): { ok: boolean; because?: string } {
  const { passed, failed, skipped } = run.totals;
  if (failed > 0) return { ok: false };
  if (!success || run.problems.length > 0) return { ok: false, because: 'The run itself failed: see above.' };
  if (mayProveNothing || passed > 0) return { ok: true };
  const because =
    skipped > 0
      ? 'all of the chosen ones were skipped'
      : 'the filters chose none (tags begin with @, as @stage-1 does)';
  return {
    ok: false,
    because: `No scenario ran: ${because}. That proves nothing, so it does not count as success.`,
  };
}
