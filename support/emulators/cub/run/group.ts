import type { Command, Flag, Group } from '../command/spec';
import { flag, SPACE, TIMEOUT, WAIT } from '../command/standard';
import { type FunctionSignature, keptFunctions } from '../functions/cache';
import { INVOKE_FLAGS } from '../functions/group';

const SHARED: readonly Flag[] = [SPACE, ...INVOKE_FLAGS, WAIT, TIMEOUT];

/** One command per function that was kept by `cub run --reload`, `cub function list` or a login. */
function functionCommands(env: NodeJS.ProcessEnv): Command[] {
  const byName = new Map<string, { signature: FunctionSignature; toolchains: string[] }>();
  for (const [toolchain, signatures] of Object.entries(keptFunctions(env) ?? {})) {
    for (const [name, signature] of Object.entries(signatures)) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, { signature, toolchains: [toolchain] });
      else known.toolchains.push(toolchain);
    }
  }
  return [...byName.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, { signature, toolchains }]) => functionCommand(name, signature, toolchains));
}

function functionCommand(name: string, signature: FunctionSignature, toolchains: string[]): Command {
  const description = (signature.Description ?? '').trim().replace(/\.$/, '');
  const traits = `${signature.Mutating ? ' Mutating.' : ''}${signature.Validating ? ' Validating.' : ''}`;
  return {
    name,
    short: `${description}.${traits} Supported toolchains: ${toolchains.join(', ')}`,
    flags: (signature.Parameters ?? []).map(({ ParameterName, DataType, Description = '', Required }) => ({
      name: ParameterName,
      kind: DataType === 'int' || DataType === 'bool' ? DataType : 'string',
      usage: `${Required ? '(required) ' : ''}${Description}`,
    })),
    load: () => (invocation) =>
      (require('./run') as typeof import('./run')).runFunction(invocation, name, signature),
  };
}

export const group: Group = {
  name: 'run',
  short: 'invoke a function',
  long: 'invoke a function',
  scope: 'space',
  flags: SHARED,
  commands: [],
  more: ({ env }) => functionCommands(env),
  own: {
    short: 'invoke a function',
    flags: [flag.bool('reload', 'Reload the function list'), flag.bool('reset', 'Reset the function list')],
    load: () => (require('./run') as typeof import('./run')).reloadFunctions,
  },
};
