import { deepEqual, match } from 'node:assert/strict';
import type { Unit } from '../cub/unit';

/** The unit must be held back by the gates of exactly these rails. */
export function isHeldBackBy(unit: Unit, rails: readonly string[]): void {
  deepEqual(railsOf(unit.gates).sort(), [...rails].sort(), `${unit.space}/${unit.slug}`);
}

/** The rails that gates or warnings come from: a check is called "trigger/function", in later versions below its space. */
export function railsOf(checks: readonly string[]): string[] {
  return checks.map((check) => check.split('/').at(-2) ?? check);
}

/** What somebody was told must name the gate of a rail. */
export function namesGate(message: string, rail: string): void {
  match(message, new RegExp(`(^|[\\s/"'])${rail}/[\\w-]+`));
}
