/** What one command did, as far as two of them are compared. */
export type Aspect = 'exit' | 'stdout' | 'stderr';

/** A way in which the bundled `cub` is meant to differ from the real one of August 2025. */
export interface Difference {
  what: string;
  why: string;
  aspects: readonly Aspect[];
  /** Whether the two may agree by chance. */
  byChance?: boolean;
}

const ALL: readonly Aspect[] = ['exit', 'stdout', 'stderr'];

/** Every known difference, by the name that rows of the comparison use. */
export const DIFFERENCES = {
  'unknown-command': {
    what: 'An unknown command below a group, as `cub changeset apply`: the real one prints the help of the group and ends with 0; the bundled one says `unknown command` and ends with 1.',
    why: 'A failure that looks like success hides mistakes in scripts.',
    aspects: ALL,
  },
  'later-era': {
    what: 'Commands and flags of later eras (`unit data`, `unit tree`, `space new-prefix`, `unit-action`, `auth status`, `-o`, `--changeset`, `--merge-source`, `--protect`, `--filter`, `--dry-run`, `--recursive`, `--allow-exists`, `trigger --warn`) are known to the bundled one. `CUB_CAPABILITIES` takes them away. Those of the newest (`release`, `space update --release-target`) are there only when it names `releases`, or is `newest-era`.',
    why: 'The tutorial was written for the era after the real one compared with.',
    aspects: ALL,
  },
  'help-pages': {
    what: 'Help pages have the same layout, usage lines and flags, but shorter texts, and list what the bundled one has.',
    why: 'It is a subset; the texts are its own.',
    aspects: ['stdout'],
  },
  'left-out': {
    what: 'Commands that the bundled one does not have (`completion`, `dataset`, `helm`, `invocation`, `organization`, `package`, `set`, `upgrade`, `view`; `unit edit` and `import`, `function exec`, `worker list-function`, `list-status` and `update`, `link update`, `target update`, `context save` and `use`, `auth switch`) are refused by name, exit 1.',
    why: 'The tutorial does not need them.',
    aspects: ALL,
  },
  'function-failed': {
    what: '`function do` and `run` with a function that failed on a unit: the same table, then `Failed: …` and exit 1; the real one ends with 0.',
    why: 'A failure must show in the exit code.',
    aspects: ['exit', 'stderr'],
  },
  'bulk-failed': {
    what: 'Bulk operations of which only some failed (`unit apply`, `unit update`, `unit create`, `unit set-target`): the same texts, then `Failed: bulk … partially failed` and exit 1; the real one ends with 0.',
    why: 'A failure must show in the exit code.',
    aspects: ['exit', 'stderr'],
  },
  'run-without-functions': {
    what: '`cub run` with no function list, or an unknown function: the hint is a failure, exit 1; the real one prints it on stdout and ends with 0.',
    why: 'A failure must show in the exit code.',
    aspects: ALL,
  },
  'install-without-export': {
    what: '`worker install` without `--export` says on stderr that this is not implemented, exit 1; the real one says so on stdout and ends with 0.',
    why: 'A failure must show in the exit code.',
    aspects: ALL,
  },
  'no-crash': {
    what: 'Where the real one crashes with a Go trace and exit 2 (no session and a space-scoped command; `CONFIGHUB_URL` without scheme; `unit update` without arguments), the bundled one says what is wrong, exit 1.',
    why: 'A trace tells a learner nothing.',
    aspects: ALL,
  },
  'last-action': {
    what: 'The column LAST-ACTION of `unit list` shows the last action; the real one shows `?`.',
    why: 'The real one reads a field that does not exist.',
    aspects: ['stdout'],
  },
  'resource-type-alone': {
    what: '`unit list --resource-type T` filters also in one space and without `--where-data`; the real one ignores it there.',
    why: 'A filter that is ignored lists wrong units.',
    aspects: ['stdout'],
  },
  'contains-and-space': {
    what: '`--contains` looks through the listed entities only; the real one also applies it to the look-up of `--space`, which then fails.',
    why: 'The space was named, not searched.',
    aspects: ALL,
  },
  'hunk-numbers': {
    what: '`unit diff -u` counts lines in `@@` headers right; the real one is off by one after each change.',
    why: 'Tools that read diffs refuse wrong counts.',
    aspects: ['stdout'],
  },
  'jq-errors': {
    what: 'Errors of `--jq` have the words of jq; the real one has those of gojq.',
    why: 'The bundled one evaluates with jq itself.',
    aspects: ['stderr'],
  },
  'patch-needs': {
    what: '`unit update --patch` with nothing to patch lists the flags of later eras too.',
    why: 'They are there.',
    aspects: ['stderr'],
  },
  'json-errors': {
    what: 'Input that is no JSON is refused with the words of the JavaScript parser; the real one has those of Go.',
    why: 'Not worth a parser of its own.',
    aspects: ['stderr'],
  },
  'random-order': {
    what: 'Lists that the real one prints in random order (function names, environment of the worker) have a fixed order.',
    why: 'Output that can be compared.',
    aspects: ['stdout'],
    byChance: true,
  },
  version: {
    what: '`cub version` names the client `bundled`.',
    why: 'It is not a build of the real one.',
    aspects: ['stdout'],
  },
  'asks-aloud': {
    what: '`user get NAME` and `user list --where` only answer; the real one also writes the condition that it asks with, and the time, to stderr.',
    why: 'A line for its developers, not for a learner.',
    aspects: ['stderr'],
  },
  'browser-login': {
    what: '`auth login` with a browser is refused.',
    why: 'There is no one to log in at.',
    aspects: ALL,
  },
} satisfies Record<string, Difference>;

export type DifferenceName = keyof typeof DIFFERENCES;
