import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { fetchContent } from './content';
import { labelPatch } from './labels';

/** Refuses two sources for one entity. */
export function checkStdinFlags({ flags }: Invocation): void {
  if (flags.on('from-stdin') && flags.text('filename') !== '') {
    throw new Failure('--from-stdin and --filename are mutually exclusive');
  }
}

/** Whether an entity is to be read from stdin or a file. */
export function hasEntityInput({ flags }: Invocation): boolean {
  return flags.on('from-stdin') || flags.text('filename') !== '';
}

async function entityBytes(invocation: Invocation): Promise<string | undefined> {
  const { flags, host } = invocation;
  if (flags.on('from-stdin')) return host.stdin().toString();
  if (flags.text('filename') !== '') return (await fetchContent(host, flags.text('filename'))).toString();
  return undefined;
}

function parseObject(text: string): Record<string, unknown> {
  if (text.trim() === '') throw new Failure('unexpected end of JSON input');
  try {
    const value = JSON.parse(text) as unknown;
    if (value === null) return {};
    if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new Failure(`the entity is no JSON: ${(error as Error).message}`);
  }
  throw new Failure('the entity is no JSON object');
}

/** The entity that `--from-stdin` or `--filename` gives; empty when neither was used. */
export async function readEntity(invocation: Invocation): Promise<Record<string, unknown>> {
  const text = await entityBytes(invocation);
  return text === undefined ? {} : parseObject(text);
}

/**
 * A JSON merge patch from `--from-stdin`/`--filename`, `--label` and fields of the command itself. `null` when there is
 * nothing to patch: an upgrade or a restore alone.
 */
export async function buildPatch(
  invocation: Invocation,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const text = await entityBytes(invocation);
  const labels = invocation.flags.list('label');
  if (Object.keys(fields).length === 0 && labels.length === 0) return text ?? 'null';
  const given = text === undefined || text === 'null' ? {} : parseObject(text);
  const patch: Record<string, unknown> = { ...given, ...fields };
  if (labels.length > 0)
    patch.Labels = labelPatch(labels, (patch.Labels as Record<string, unknown> | undefined) ?? {});
  return JSON.stringify(patch);
}
