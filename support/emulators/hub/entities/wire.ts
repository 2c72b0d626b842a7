const BASE64_FIELDS = ['Data', 'LiveState', 'Outputs'];
/** What rows keep for the hub itself. */
const INTERNAL = ['LatestUnitEventID', 'OwnTags'];

/**
 * A row as clients see it: with its type, config data as base64, and without secrets and bookkeeping.
 */
export function toWire(kind: string, row: object): object {
  const wire: Record<string, unknown> = { EntityType: kind };
  for (const [name, value] of Object.entries(row)) {
    if (INTERNAL.includes(name) || name === 'Secret') continue;
    wire[name] = BASE64_FIELDS.includes(name) ? Buffer.from(String(value)).toString('base64') : value;
  }
  return wire;
}
