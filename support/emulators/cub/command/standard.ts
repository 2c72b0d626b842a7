import type { Flag } from './spec';

const string = (name: string, usage: string, extra: Partial<Flag> = {}): Flag => ({
  name,
  kind: 'string',
  usage,
  fallback: '',
  ...extra,
});
const bool = (name: string, usage: string, extra: Partial<Flag> = {}): Flag => ({
  name,
  kind: 'bool',
  usage,
  fallback: false,
  ...extra,
});
const list = (name: string, usage: string, extra: Partial<Flag> = {}): Flag => ({
  name,
  kind: 'list',
  usage,
  ...extra,
});

export const flag = { string, bool, list };

export const WHERE = string(
  'where',
  "filter expression, as \"Slug LIKE 'app-%' AND Labels.tier = 'web'\"; conjunctions with AND only",
);
export const CONTAINS = string(
  'contains',
  'free text to look for in string and map fields, not in config data; case-insensitive',
);
export const SELECT = string(
  'select',
  'comma-separated list of fields to retrieve; ids and Slug are always included',
);
export const NAMES = bool('names', 'only output names, suppressing default output');
export const QUIET = bool('quiet', 'no default output; use with --jq to get specific output');
export const VERBOSE = bool('verbose', 'detailed output, additive with default output');
export const JSON_FLAG = bool('json', 'JSON output, suppressing default output');
export const JQ = string('jq', 'jq expression, suppressing default output');
export const NO_HEADER = bool('no-header', 'no header for lists');
export const LABEL = list('label', 'labels in key=value format; can be repeated or comma-separated');
export const FROM_STDIN = bool(
  'from-stdin',
  'read the entity as JSON from stdin; merged with command arguments',
);
export const FILENAME = string(
  'filename',
  'read the entity as JSON from a file, URL (https://), or stdin (-)',
);
export const REPLACE = bool(
  'replace',
  'replace the entity instead of merging when using --from-stdin or --filename',
);
export const WAIT = bool('wait', 'wait for completion', { fallback: true });
export const TIMEOUT = string('timeout', 'completion timeout as a duration with units, such as 10s or 2m', {
  fallback: '2m',
});
export const OUTPUT = string(
  'output',
  'output format: json, yaml, name, wide, jq=EXPR, custom-columns=LIST',
  {
    short: 'o',
    needs: 'output',
  },
);
export const FILTER = string('filter', 'stored filter to apply, as [space/]slug or id', {
  needs: 'filter-flag',
});
export const SPACE = string('space', 'space ID to perform command on');

export const LIST_FLAGS: readonly Flag[] = [
  WHERE,
  CONTAINS,
  SELECT,
  NAMES,
  QUIET,
  JSON_FLAG,
  JQ,
  NO_HEADER,
  OUTPUT,
];
export const GET_FLAGS: readonly Flag[] = [QUIET, JSON_FLAG, JQ, SELECT, OUTPUT];
export const CREATE_FLAGS: readonly Flag[] = [
  LABEL,
  FROM_STDIN,
  FILENAME,
  VERBOSE,
  QUIET,
  JSON_FLAG,
  JQ,
  OUTPUT,
];
export const UPDATE_FLAGS: readonly Flag[] = [...CREATE_FLAGS, REPLACE];
export const DELETE_FLAGS: readonly Flag[] = [QUIET];

/** `--unit a,b` and its like. */
export function identifiers(name: string, plural: string): Flag {
  return list(name, `target specific ${plural} by slug or UUID (can be repeated or comma-separated)`);
}
