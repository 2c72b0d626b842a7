import type { Json } from '../../store/kube-object';
import type { PodTemplate } from '../objects/pod';

/** The label by which the pods of one ReplicaSet are told from those of another. */
export const TEMPLATE_HASH = 'pod-template-hash';

const SAFE_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * The hash of a pod template: FNV-1a in 32 bits, spelled without vowels, as upstream's ComputeHash. Upstream hashes a
 * dump of Go values and this the JSON, so values differ from a real cluster's; shape and stability are the same.
 */
export function templateHash(template: PodTemplate, collisions = 0): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(canonical(template as unknown as Json) + (collisions || ''))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return [...String(hash)].map((digit) => SAFE_LETTERS[digit.charCodeAt(0) % SAFE_LETTERS.length]).join('');
}

/** Whether two templates are the same but for the hash label (upstream's EqualIgnoreHash). */
export function sameTemplate(one: PodTemplate, other: PodTemplate): boolean {
  return canonical(withoutHash(one)) === canonical(withoutHash(other));
}

function withoutHash(template: PodTemplate): Json {
  const { [TEMPLATE_HASH]: _, ...labels } = template.metadata?.labels ?? {};
  return {
    ...(template as unknown as { [field: string]: Json }),
    metadata: { ...template.metadata, labels },
  };
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)}}`;
}
