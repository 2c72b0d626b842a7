import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bundles } from '../build';
import { fingerprint } from '../bundles/up-to-date';
import { EnvironmentError } from '../failure';
import { parseReady, type Ready } from '../servers/ready';
import type { StartServer } from '../servers/start-server';
import type { LabFolder } from './folder';
import { end, isAlive } from './process';
import { readRecord, type ServerRecord, writeRecord } from './record';

export const serverNames = ['hub', 'kubernetes'] as const;

const startWithin = 20_000;
const answerWithin = 3_000;
const largestLog = 5_000_000;

/**
 * Starts servers that outlive this process, unless they run already. A server comes back at its old port, so that what
 * was configured with it stays valid.
 */
export function lastingServers(
  folder: LabFolder,
  bundles: Bundles,
  log: (line: string) => void,
): StartServer {
  return async (name, args) => {
    const program = fingerprint(bundles[name]);
    const known = readRecord(folder.record(name));
    if (known && (await isUsable(known, program, folder)))
      return { ready: known, stop: async () => undefined };
    if (known) await end(known.pid, folder.root);
    const record = await launch(folder, name, bundles[name], [
      ...args,
      '--verbose',
      '--port',
      String(known?.port ?? 0),
    ]);
    writeRecord(folder.record(name), { ...record, program });
    log(`${name} started at ${record.url}`);
    return { ready: record, stop: async () => undefined };
  };
}

/** Ends a server of the lab; its port is remembered. Returns whether it ran. */
export async function endServer(folder: LabFolder, name: (typeof serverNames)[number]): Promise<boolean> {
  const known = readRecord(folder.record(name));
  if (!known || !isAlive(known.pid, folder.root)) return false;
  await end(known.pid, folder.root);
  return true;
}

/** Whether a server lives and takes connections. */
export async function isRunning(record: ServerRecord | undefined, folder: LabFolder): Promise<boolean> {
  return record !== undefined && isAlive(record.pid, folder.root) && (await accepts(record.port));
}

async function isUsable(record: ServerRecord, program: string, folder: LabFolder): Promise<boolean> {
  return record.program === program && (await isRunning(record, folder));
}

async function launch(
  folder: LabFolder,
  name: string,
  bundle: string,
  args: string[],
): Promise<Omit<ServerRecord, 'program'>> {
  mkdirSync(folder.logs, { recursive: true });
  const file = folder.log(name);
  const before = rotated(file);
  const output = openSync(file, 'a', 0o600);
  const child = spawn(process.execPath, [bundle, ...args], {
    detached: true,
    stdio: ['ignore', output, output],
    // As in servers/child.ts: it calls nobody whom these would vouch for.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: '' },
    windowsHide: true,
  });
  closeSync(output);
  child.unref();
  let ended: string | undefined;
  child.once('error', ({ message }) => {
    ended = message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `exit code ${code}`}`;
  });
  const ready = await readyIn(file, before, () => ended);
  if (typeof ready === 'string') {
    child.kill('SIGKILL');
    throw new EnvironmentError(`${name} of the lab could not be started: ${ready}`);
  }
  return { ...ready, pid: child.pid ?? 0, port: Number(new URL(ready.url).port) };
}

/** The ready line behind `offset` of a log, or why it does not come. */
async function readyIn(
  file: string,
  offset: number,
  ended: () => string | undefined,
): Promise<Ready | string> {
  const deadline = Date.now() + startWithin;
  for (;;) {
    const reason = ended() ?? (Date.now() > deadline ? `not ready after ${startWithin / 1000} s` : undefined);
    const lines = readFileSync(file).subarray(offset).toString('utf8').split('\n').slice(0, -1);
    const ready = lines.map(parseReady).find(Boolean);
    if (ready) return ready;
    if (reason) return describe(reason, lines);
    await pause(5);
  }
}

function describe(reason: string, lines: string[]): string {
  const words = [reason, ...lines.slice(-10)].join('\n  ');
  if (!words.includes('EADDRINUSE') && !/port .* (in use|taken)/.test(words)) return words;
  return `${words}\nAnother program has taken the port that the lab used: stop it, or begin anew with \`npm run lab -- reset\`.`;
}

/** Puts a log that has grown too large aside; returns the size of what is left. */
function rotated(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < largestLog) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: answerWithin });
    const done = (accepted: boolean) => {
      socket.destroy();
      answer(accepted);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });
}
