import type { Answer } from './client';

interface Meta {
  managedFields?: { manager: string; time?: string }[];
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

const VARYING = ['uid', 'resourceVersion', 'creationTimestamp', 'deletionTimestamp', 'selfLink'];

/**
 * What can be compared of an answer: without what differs from one cluster or one second to the next, and without the
 * status, which controllers write when they get to it.
 */
export function plainAnswer({ status, body, warning }: Answer, namespace: string): Record<string, unknown> {
  const plain = typeof body === 'object' && body !== null ? plainBody(body as Record<string, unknown>) : body;
  const text = JSON.stringify({ status, ...(warning ? { warning } : {}), body: plain }, sorted);
  const stable = text
    .replaceAll(namespace, 'NAMESPACE')
    .replace(/\b10\.\d+\.\d+\.\d+\b/g, 'ADDRESS')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID')
    .replace(/kube-api-access-[a-z0-9]{5}/g, 'kube-api-access-RANDOM')
    .replace(/"\d+[smh](\d+[sm])?"/g, '"AGE"');
  return flat(JSON.parse(stable), '');
}

function plainBody(body: Record<string, unknown>): unknown {
  if (body.kind === 'Status') return body;
  if (body.kind === 'Table') {
    const { columnDefinitions, rows } = body as { columnDefinitions: Meta[]; rows: { cells: unknown[] }[] };
    return {
      columns: columnDefinitions.map(({ name, type, format, priority }) => ({
        name,
        type,
        format,
        priority,
      })),
      rows: rows.map(({ cells }) => cells),
    };
  }
  const { status, items, ...rest } = body as {
    status?: unknown;
    items?: unknown[];
    metadata?: Meta;
    spec?: unknown;
  };
  const spec = rest.spec as { nodeName?: string } | undefined;
  if (body.kind === 'Pod') delete spec?.nodeName;
  return { ...rest, metadata: plainMeta(rest.metadata ?? {}), ...(items ? { items: items.length } : {}) };
}

function plainMeta(metadata: Meta): Meta {
  const plain = Object.fromEntries(
    Object.entries(metadata).filter(([field]) => !VARYING.includes(field)),
  ) as Meta;
  if (plain.annotations) delete plain.annotations['deployment.kubernetes.io/revision'];
  if (plain.annotations && Object.keys(plain.annotations).length === 0) delete plain.annotations;
  plain.managedFields = plain.managedFields
    ?.filter(({ manager }) => !/^(kube|kwok)/.test(manager))
    .map(({ time, ...entry }) => entry);
  return plain;
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function flat(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value).map(([field, part]) => flat(part, path ? `${path}.${field}` : field)),
  );
}
