import type { Result } from '../model/run';

/** Broken once and mended is two changes; with one more a scenario goes its own way. */
const CHANGES = 3;

/**
 * Whether a scenario cannot be relied on: among its newest results one passed only at a later attempt, or it changed
 * between passed and failed three times or more.
 */
export function isFlaky(trend: readonly Result[]): boolean {
  const ran = trend.filter(({ outcome }) => outcome !== 'skipped');
  if (ran.some(({ outcome, attempts = 1 }) => outcome === 'passed' && attempts > 1)) return true;
  return (
    ran.filter(({ outcome }, index) => index > 0 && outcome !== ran[index - 1]?.outcome).length >= CHANGES
  );
}
