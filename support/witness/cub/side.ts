import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from './normalise';
import type { Row } from './rows';
import { words } from './words';

/** What one command did. */
export interface Outcome {
  exit: string;
  stdout: string;
  stderr: string;
}

/** One of the two `cub`s, with a home of its own. */
export class Side {
  private readonly children: ChildProcess[] = [];

  constructor(
    private readonly command: readonly string[],
    readonly folder: string,
    private readonly workFolder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Gives the side a home that is logged in with `token`. */
  logIn(url: string, user: string, token: string): void {
    const home = join(this.folder, '.confighub');
    mkdirSync(home, { recursive: true });
    const session = {
      user: { id: 'user', email: user },
      access_token: token,
      organization_id: 'org',
      auth_type: 'Bearer',
    };
    writeFileSync(join(home, 'session.json'), JSON.stringify(session), { mode: 0o600 });
    writeFileSync(
      join(home, 'context.json'),
      JSON.stringify({ confighub_url: url, space: '', space_id: '', organization_id: '' }),
    );
  }

  /** Runs one row to its end. */
  async run(row: Row): Promise<Outcome> {
    const child = this.start(row);
    const parts: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (part: string) => (parts.stdout += part));
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (parts.stderr += part));
    child.stdin?.on('error', () => undefined).end(row.input ?? '');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    return {
      exit: String(code ?? signal),
      stdout: normalise(parts.stdout, this.folder),
      stderr: normalise(parts.stderr, this.folder),
    };
  }

  /** Starts a row that goes on, and waits until another command prints what tells that it works. */
  async runBeside(row: Row, background: NonNullable<Row['background']>): Promise<Outcome> {
    const child = this.start(row);
    this.children.push(child);
    const deadline = Date.now() + 20_000;
    let seen: Outcome;
    do {
      seen = await this.run({ command: background.until });
      if (seen.stdout.trim() === background.value) return seen;
    } while (Date.now() < deadline && child.exitCode === null);
    throw new Error(
      `${row.command}: waited for "${background.value}" from "${background.until}", last seen: ${seen.stdout}${seen.stderr}`,
    );
  }

  /** Ends what goes on. */
  async stop(): Promise<void> {
    await Promise.all(
      this.children.map(async (child) => {
        if (child.exitCode !== null || child.pid === undefined) return;
        const closed = once(child, 'close');
        // The worker that it started belongs to the same process group.
        process.kill(-child.pid, 'SIGTERM');
        await closed;
      }),
    );
  }

  private start(row: Row): ChildProcess {
    const [program = '', ...first] = this.command;
    const env = { ...this.env, HOME: this.folder, ...row.env };
    return spawn(program, [...first, ...words(row.command)], {
      cwd: this.workFolder,
      env,
      stdio: 'pipe',
      detached: row.background !== undefined,
    });
  }
}
