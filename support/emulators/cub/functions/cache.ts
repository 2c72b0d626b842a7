import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure';
import { configDirectory } from '../home/session';
import type { Invocation } from '../invocation';
import { findTarget } from '../lookup/targets';
import { findUnit } from '../lookup/units';
import { findWorker } from '../lookup/workers';

export interface FunctionParameter {
  ParameterName: string;
  DataType?: string;
  Description?: string;
  Example?: string;
  Regexp?: string;
  Required?: boolean;
}

export interface FunctionSignature {
  FunctionName: string;
  Description?: string;
  Parameters: FunctionParameter[] | null;
  RequiredParameters?: number;
  VarArgs?: boolean;
  Mutating?: boolean;
  Validating?: boolean;
  Hermetic?: boolean;
  Idempotent?: boolean;
  FunctionType?: string;
  AttributeName?: string;
  AffectedResourceTypes?: string[] | null;
}

/** Functions by toolchain, then by name. */
export type Functions = Record<string, Record<string, FunctionSignature>>;

const BUILTIN = 'builtin';

/** The file that `cub run` takes its commands from. */
export function functionFile(env: NodeJS.ProcessEnv): string {
  return join(configDirectory(env), 'functions.json');
}

/** The functions that were kept for an entity (`builtin` by default); undefined when there is no usable file. */
export function keptFunctions(env: NodeJS.ProcessEnv): Functions | undefined {
  return readAll(env)[BUILTIN];
}

function readAll(env: NodeJS.ProcessEnv): Record<string, Functions> {
  try {
    return JSON.parse(readFileSync(functionFile(env), 'utf8')) as Record<string, Functions>;
  } catch {
    return {};
  }
}

/** Asks for the functions of the server (or of what `about` says) and keeps the list for `cub run`. */
export async function saveFunctions(
  { host, hub, space }: Invocation,
  about: { entity?: string; id?: string } = {},
): Promise<Functions> {
  const { body } = await hub.get(space.id === '*' ? '/function' : `/space/${space.id}/function`, about);
  const functions = body as Functions;
  mkdirSync(configDirectory(host.env), { recursive: true, mode: 0o755 });
  const all = { ...readAll(host.env), [about.id ?? BUILTIN]: functions };
  writeFileSync(functionFile(host.env), JSON.stringify(all), { mode: 0o644 });
  return functions;
}

/** What `--target`, `--worker` or `--unit` narrows a list of functions to. */
export async function entityQuery(invocation: Invocation): Promise<{ entity?: string; id?: string }> {
  const { flags, space } = invocation;
  const [target, worker, unit] = [flags.text('target'), flags.text('worker'), flags.text('unit')];
  if (space.id === '*' && [target, worker, unit].some((name) => name !== '')) {
    throw new Failure("cannot use --space '*' with --target, --worker, or --unit flags");
  }
  if (target !== '')
    return {
      entity: 'target',
      id: (await told('target', target, findTarget(invocation, target))).Target.TargetID,
    };
  if (worker !== '')
    return {
      entity: 'worker',
      id: (await told('worker', worker, findWorker(invocation, worker))).BridgeWorkerID,
    };
  if (unit !== '')
    return { entity: 'unit', id: (await told('unit', unit, findUnit(invocation, unit))).UnitID };
  return {};
}

async function told<T>(kind: string, name: string, lookup: Promise<T>): Promise<T> {
  return lookup.catch((error: Error) => {
    throw new Failure(`failed to get ${kind} '${name}': ${error.message}`);
  });
}
