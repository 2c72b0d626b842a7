import type { LabelSelector } from '../../resources/model';
import { matchesSelector } from '../../selectors/label-selector';

/** Whether a selector selects nothing in particular: no label and no expression. */
export function isEmptySelector(selector: LabelSelector): boolean {
  return (
    Object.keys(selector.matchLabels ?? {}).length === 0 && (selector.matchExpressions ?? []).length === 0
  );
}

/** Whether these labels hold every wanted one with the wanted value. */
export function hasLabels(
  labels: Record<string, string> | undefined,
  wanted: Record<string, string>,
): boolean {
  return Object.entries(wanted).every(([key, value]) => labels?.[key] === value);
}

/** Whether a selector selects these labels; an empty selector selects all. */
export function selects(selector: LabelSelector, labels: Record<string, string> = {}): boolean {
  return matchesSelector(selector, labels);
}
