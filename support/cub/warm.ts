import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Options } from 'execa';
import type { Ended } from './start';

/** Those that wait for a command, by the program that they have loaded. */
const idle = new Map<string, WarmProcess[]>();

/**
 * Carries out a command as `start` does, but in a process that has Node and `program` loaded already and lives on. Each
 * carries out one command at a time, so that one that hangs or crashes takes no other along. For commands that end by
 * themselves; of one that does not, what it printed is lost.
 *
 * @param program a bundle that exports `runCaptured`
 * @param options of these `env`, `input` and `timeout` count
 */
export async function startWarm(
  program: string,
  args: readonly string[],
  { env, input, timeout = 0 }: Options,
): Promise<Ended> {
  const began = performance.now();
  const waiting = idle.get(program)?.filter((process) => process.isAlive) ?? [];
  const chosen = waiting.pop() ?? new WarmProcess(program);
  idle.set(program, waiting);
  const call = { arguments: args, env: { ...process.env, ...env }, input: String(input ?? '') };
  const outcome = await chosen.carryOut(call, timeout);
  idle.get(program)?.push(chosen);
  return { ...outcome, durationMs: performance.now() - began };
}

interface Call {
  arguments: readonly string[];
  env: NodeJS.ProcessEnv;
  input: string;
}

type Outcome = Omit<Ended, 'durationMs'>;

/** A process that has the program loaded. This process waits for it only while it carries out a command. */
class WarmProcess {
  private readonly child: ChildProcess;
  /** What it wrote beside its answers, such as warnings of Node, since the last of them. */
  private beside = '';
  /** Why it could not be started, or told something. */
  private failure: Error | undefined;

  constructor(program: string) {
    this.child = fork(join(__dirname, 'warm-process.cjs'), [program], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Node 20 reads these certificates at each start, for longer than most commands take.
      env: { ...process.env, NODE_EXTRA_CA_CERTS: '' },
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.beside += text;
    });
    this.child.on('error', (error) => {
      this.failure = error;
    });
  }

  get isAlive(): boolean {
    const { connected, killed, exitCode, signalCode } = this.child;
    return connected && !killed && exitCode === null && signalCode === null;
  }

  /** What one command leaves; one that takes longer than `timeout` ms is killed with its process, 0 is for ever. */
  async carryOut(call: Call, timeout: number): Promise<Outcome> {
    this.keepAlive('ref');
    let late = false;
    const kill = () => {
      late = true;
      this.child.kill('SIGKILL');
    };
    const timer = timeout > 0 ? setTimeout(kill, timeout) : undefined;
    const outcome = await this.answerTo(call);
    clearTimeout(timer);
    this.keepAlive('unref');
    const stderr = this.beside + (outcome.stderr ?? '');
    this.beside = '';
    if (outcome.exitCode !== undefined && !outcome.shortMessage) return { ...outcome, stderr };
    const how = late ? `timed out after ${timeout} milliseconds` : outcome.shortMessage;
    return { ...outcome, stderr, shortMessage: `Command ${how}: cub ${call.arguments.join(' ')}` };
  }

  /** Its answer; or how it ended, in `shortMessage`. */
  private answerTo(call: Call): Promise<Outcome> {
    const { child } = this;
    return new Promise((resolve) => {
      const end = (outcome: Outcome) => {
        child.off('message', end).off('close', closed).off('error', failed);
        resolve(outcome);
      };
      // An end without an answer is none that went well, whatever it says.
      const closed = (code: number | null, signal: NodeJS.Signals | null) =>
        end({ exitCode: code || undefined, shortMessage: `ended with ${signal ?? `exit code ${code}`}` });
      const failed = ({ message }: Error) => end({ shortMessage: `could not be carried out (${message})` });
      child.once('message', end).once('close', closed).once('error', failed);
      if (this.failure) failed(this.failure);
      // That it cannot be told anything shows in its end.
      else child.send(call, () => undefined);
    });
  }

  private keepAlive(way: 'ref' | 'unref'): void {
    this.child[way]();
    this.child.channel?.[way]();
    (this.child.stderr as Socket | null)?.[way]();
  }
}
