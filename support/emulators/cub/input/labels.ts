import { Failure } from '../failure';

function split(text: string, expected: string): [key: string, value: string] {
  const parts = text.split('=');
  if (parts.length > 2) throw new Failure(`invalid label; expected ${expected}: ${text}`);
  return [parts[0] as string, parts[1] ?? ''];
}

/** Labels of the command line laid over those an entity has. */
export function withLabels(
  labels: readonly string[],
  existing: Record<string, string> | undefined,
): Record<string, string> | undefined {
  if (labels.length === 0) return existing;
  return { ...existing, ...Object.fromEntries(labels.map((label) => split(label, 'key=value'))) };
}

/** Labels as a merge patch: `key=-` removes the key. */
export function labelPatch(
  labels: readonly string[],
  existing: Record<string, unknown>,
): Record<string, unknown> {
  const entries = labels.map((label) => {
    const [key, value] = split(label, 'key=value or key=-');
    return [key, value === '-' ? null : value] as const;
  });
  return { ...existing, ...Object.fromEntries(entries) };
}

/** Refuses `--label key=-` where only a patch can remove. */
export function refuseRemoval(labels: readonly string[], patching: boolean): void {
  const removal = labels.find((label) => label.split('=').length === 2 && label.endsWith('=-'));
  if (!patching && removal !== undefined)
    throw new Failure(`label removal (--label ${removal}) requires --patch flag`);
}
