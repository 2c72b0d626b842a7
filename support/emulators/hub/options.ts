import { parseArgs } from 'node:util';

export interface HubOptions {
  state: string;
  port: number;
  credentials?: string;
  exitWithStdin: boolean;
  /** Whether what is acknowledged must survive the end of the machine, not only that of the process. */
  fsync: boolean;
  /** Whether each request that changes something is told. */
  verbose: boolean;
  /** Whose rules an upgrade follows: B keeps local edits, C keeps protected ones only. */
  era: 'B' | 'C';
}

const USAGE =
  'usage: hub --state DIR [--port N] [--credentials FILE] [--era B|C] [--unsafe-no-fsync] [--verbose] [--exit-with-stdin]';

/** Reads the command line. @throws Error with one sentence and the usage */
export function readOptions(args: string[]): HubOptions {
  const { values } = parse(args);
  if (!values.state) throw new Error(`--state DIR is required; ${USAGE}`);
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be a number from 0 to 65535, not "${values.port}"; ${USAGE}`);
  const era = values.era ?? 'B';
  if (era !== 'B' && era !== 'C') throw new Error(`--era must be B or C, not "${era}"; ${USAGE}`);
  return {
    state: values.state,
    era,
    port,
    credentials: values.credentials,
    fsync: !values['unsafe-no-fsync'],
    exitWithStdin: values['exit-with-stdin'] ?? false,
    verbose: values.verbose ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        state: { type: 'string' },
        port: { type: 'string' },
        credentials: { type: 'string' },
        era: { type: 'string' },
        'unsafe-no-fsync': { type: 'boolean' },
        'exit-with-stdin': { type: 'boolean' },
        verbose: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}; ${USAGE}`);
  }
}
