import { type Capability, readCapabilities } from './capabilities';
import { checkArity } from './command/arity';
import { parseFlags } from './command/flags';
import { commandHelp, groupHelp, rootHelp } from './command/help';
import { firstWord, without } from './command/locate';
import type { Command, Flag, Group } from './command/spec';
import { didYouMean } from './command/suggest';
import { Failure } from './failure';
import { GROUPS, LEFT_OUT } from './groups';
import type { Host } from './host';
import { openInvocation } from './open';

const DEBUG: Flag = { name: 'debug', kind: 'bool', usage: 'Debug output' };
const HELP: Flag = { name: 'help', short: 'h', kind: 'bool', usage: '' };
const TOP: readonly Flag[] = [DEBUG, HELP];

/**
 * Runs one `cub` command line and returns its exit code: 0, or 1 with `Failed: <reason>` on stderr. (A worker that was run
 * may end with its own code.)
 */
export async function runCub(host: Host): Promise<number> {
  try {
    await dispatch(host, readCapabilities(host.env));
    return 0;
  } catch (error) {
    const message = `Failed: ${error instanceof Error ? error.message : String(error)}\n`;
    host.err(host.colour ? `\u001b[31;1m${message}\u001b[0m` : message);
    if (!(error instanceof Failure) && host.env.CONFIGHUB_DEBUG === '1')
      host.err(`${(error as Error).stack ?? ''}\n`);
    return 1;
  }
}

async function dispatch(host: Host, capabilities: ReadonlySet<Capability>): Promise<void> {
  const groups = GROUPS.filter(({ needs }) => needs === undefined || capabilities.has(needs));
  const tokens = host.arguments[0] === 'help' ? [...host.arguments.slice(1), '--help'] : host.arguments;
  const at = firstWord(tokens, TOP);
  const name = tokens[at];
  if (name === undefined) {
    parseFlags(TOP, tokens);
    host.out(rootHelp(groups));
    return;
  }
  const entry = groups.find((candidate) => candidate.name === name);
  if (entry === undefined) {
    if (LEFT_OUT.includes(name)) throw leftOut(name);
    const names = groups.map((group) => group.name);
    throw new Failure(`unknown command "${name}" for "cub"${didYouMean(name, names)}`);
  }
  await runGroup(host, capabilities, entry.load(), without(tokens, at));
}

/** A command that the real one has: said so, so that nobody takes its absence for a typing mistake. */
function leftOut(name: string): Failure {
  return new Failure(`the bundled cub has no command "${name}": use a real cub for it`);
}

async function runGroup(
  host: Host,
  capabilities: ReadonlySet<Capability>,
  group: Group,
  tokens: readonly string[],
): Promise<void> {
  const allowed = ({ needs }: { needs?: Capability }) => needs === undefined || capabilities.has(needs);
  const commands = [...group.commands, ...(group.more?.(host) ?? [])].filter(allowed);
  const shared = (group.flags ?? []).filter(allowed);
  const ownFlags = (group.own?.flags ?? []).filter(allowed);
  const at = firstWord(tokens, [...TOP, ...shared, ...ownFlags]);
  const word = tokens[at];
  const command = commands.find((candidate) => candidate.name === word);
  if (command !== undefined) {
    await runCommand(
      host,
      capabilities,
      group,
      command,
      shared,
      `cub ${group.name} ${command.name}`,
      without(tokens, at),
    );
    return;
  }
  if (group.own !== undefined && (word === undefined || commands.length === 0)) {
    const own = { ...group.own, name: group.name };
    await runCommand(host, capabilities, group, own, shared, `cub ${group.name}`, tokens);
    return;
  }
  const { flags } = parseFlags([...TOP, ...shared, ...ownFlags], tokens);
  if (word !== undefined && !flags.on('help')) {
    if (group.leftOut?.includes(word) === true) throw leftOut(`${group.name} ${word}`);
    const names = commands.map((candidate) => candidate.name);
    throw new Failure(`unknown command "${word}" for "cub ${group.name}"${didYouMean(word, names)}`);
  }
  host.out(groupHelp(group, commands, shared));
}

async function runCommand(
  host: Host,
  capabilities: ReadonlySet<Capability>,
  group: Group,
  command: Command,
  shared: readonly Flag[],
  path: string,
  tokens: readonly string[],
): Promise<void> {
  const own = (command.flags ?? []).filter(({ needs }) => needs === undefined || capabilities.has(needs));
  const inherited = shared.filter(({ name }) => !own.some((flag) => flag.name === name));
  const { flags, args } = parseFlags([...TOP, ...own, ...inherited], tokens);
  if (flags.on('help')) {
    host.out(commandHelp(path, command, own, inherited));
    return;
  }
  checkArity(command.arity, args.length);
  const invocation = await openInvocation(host, capabilities, { group, command, flags, args });
  try {
    await command.load()(invocation);
  } finally {
    invocation.hub.close();
  }
}
