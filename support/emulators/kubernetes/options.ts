import { parseArgs } from 'node:util';

/** What the command line of the emulated cluster says. */
export interface ClusterOptions {
  /** Folder of all that is kept. */
  state: string;
  /** 0: any free one. */
  port: number;
  /** How many times faster emulated waits are than told. */
  pace: number;
  /** Whether what is acknowledged must survive the end of the machine, not only that of the process. */
  fsync: boolean;
  /** Whether the end of the standard input ends the process. */
  exitWithStdin: boolean;
  /** Whether events and what programs in pods write are told as well. */
  verbose: boolean;
}

const USAGE =
  'usage: kubernetes --state DIR [--port N] [--pace X] [--unsafe-no-fsync] [--verbose] [--exit-with-stdin]';

/**
 * Reads the command line.
 *
 * @throws Error with one sentence and the usage
 */
export function readOptions(args: string[]): ClusterOptions {
  const { values } = parse(args);
  if (!values.state) throw new Error(`--state DIR is required; ${USAGE}`);
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port must be a number from 0 to 65535, not "${values.port}"; ${USAGE}`);
  }
  const pace = Number(values.pace ?? 1);
  if (!(pace > 0 && Number.isFinite(pace))) {
    throw new Error(`--pace must be a positive number, not "${values.pace}"; ${USAGE}`);
  }
  return {
    state: values.state,
    port,
    pace,
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
        pace: { type: 'string' },
        'unsafe-no-fsync': { type: 'boolean' },
        'exit-with-stdin': { type: 'boolean' },
        verbose: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}; ${USAGE}`);
  }
}
