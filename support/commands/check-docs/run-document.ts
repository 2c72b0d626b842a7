import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { findExecutable } from '../../environment/cubs/find';
import type { Block } from './blocks';
import { type Command, commandsOf, typed } from './commands';
import type { Finding } from './finding';
import { difference } from './output';
import type { ProjectCopy } from './project-copy';
import { type } from './session';

/** How the commands of one document went. */
export interface Outcome {
  findings: Finding[];
  ran: number;
  seconds: number;
  /** what was not run on this machine: how many commands, and why */
  left: Array<{ commands: number; because: string }>;
}

interface Surroundings {
  env: NodeJS.ProcessEnv;
  copy: ProjectCopy;
  /** folder of its own for this document */
  scratch: string;
  signal?: AbortSignal;
}

const last = 15;

/** Runs the commands of a document in order, with a lab and a home of its own, and compares what they print. */
export async function runDocument(blocks: readonly Block[], surroundings: Surroundings): Promise<Outcome> {
  const { copy, scratch, signal } = surroundings;
  const env = environmentFor(surroundings.env, scratch);
  const left = blocks.flatMap((block) => {
    const because = reasonToLeave(block, env.PATH ?? '');
    return because ? [{ commands: commandsOf(block).length, because }] : [];
  });
  const wanted = blocks
    .filter((block) => !reasonToLeave(block, env.PATH ?? ''))
    .flatMap((block) => commandsOf(block).map((command) => ({ command, typed: typed(command, block) })));
  if (wanted.length === 0) return { findings: [], ran: 0, seconds: 0, left };
  try {
    const lines = wanted.map(({ command, typed }) => ({ typed, exits: command.exits }));
    const went = await type(lines, {
      cwd: copy.root,
      env,
      scratch: join(scratch, 'said'),
      ...(signal && { signal }),
    });
    const findings = wanted.slice(0, Math.max(went.length, 1)).flatMap(({ command }, index) => {
      const what = problem(command, went[index]);
      return what ? [finding(command, what)] : [];
    });
    const seconds = went.reduce((sum, one) => sum + one.seconds, 0);
    return { findings, ran: went.length, seconds, left };
  } finally {
    await execa('npm', ['run', '--silent', 'lab', '--', 'reset'], { cwd: copy.root, env, extendEnv: false });
    copy.clean();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The reader's shell, with a home of its own and nothing that would lead to the reader's own clusters and hubs. */
function environmentFor(env: NodeJS.ProcessEnv, scratch: string): NodeJS.ProcessEnv {
  const home = join(scratch, 'home');
  mkdirSync(home, { recursive: true });
  const foreign = /^(MTX_|CONFIGHUB_|CUB_|npm_|KUBE|GITHUB_|INIT_CWD$|NODE_OPTIONS$)/;
  const kept = Object.entries(env).filter(([name]) => !foreign.test(name));
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  // Emulated waits are shorter, as in the tests.
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), HOME: home, MTX_PACE: '50' };
}

function reasonToLeave({ marks }: Block, path: string): string | undefined {
  if (marks.elsewhere !== undefined) return `needs ${marks.elsewhere}`;
  if (marks.by !== undefined) return `run by ${marks.by}`;
  const missing = (marks.needs ?? '').split(',').filter((name) => name && !findExecutable(name, path));
  return missing.length > 0 ? `needs ${missing.join(' and ')}, which this machine lacks` : undefined;
}

function problem(
  { exits, shown }: Command,
  went: { code: number; printed: string } | undefined,
): string | undefined {
  if (!went) return 'it was never run';
  const printed = went.printed.trimEnd().split('\n').slice(-last).join('\n    ');
  if (went.code !== exits) return `it ends with exit code ${went.code}, not ${exits}:\n    ${printed}`;
  const differs = shown && difference(shown, went.printed);
  return differs && `${differs}:\n    ${printed}`;
}

function finding({ path, line, text }: Command, what: string): Finding {
  return { path, line, what: `\`${text}\`: ${what}` };
}
