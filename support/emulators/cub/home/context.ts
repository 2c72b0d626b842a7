import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure';
import { configDirectory } from './session';

/** The context file `$HOME/.confighub/context.json`, and the server that it and the environment choose. */
export interface Context {
  serverUrl: string;
  savedUrl: string;
  space: string;
  spaceId: string;
  organizationId: string;
}

const DEFAULT_URL = 'https://hub.confighub.com';

interface ContextFile {
  confighub_url?: string;
  space?: string;
  space_id?: string;
  organization_id?: string;
}

/** Reads the context; `fallbackUrl` is that of a later era's config file. A URL without scheme is refused. */
export function readContext(env: NodeJS.ProcessEnv, fallbackUrl?: string): Context {
  const path = join(configDirectory(env), 'context.json');
  let file: ContextFile = {};
  if (existsSync(path)) {
    try {
      file = JSON.parse(readFileSync(path, 'utf8')) as ContextFile;
    } catch (error) {
      throw new Failure(`${path}: ${(error as Error).message}`);
    }
  }
  const chosen = env.CONFIGHUB_URL || fallbackUrl || file.confighub_url || DEFAULT_URL;
  if (!/^https?:\/\/[^/]+/.test(chosen)) {
    throw new Failure(
      `CONFIGHUB_URL is "${chosen}": expected scheme://host[:port], as http://127.0.0.1:8080`,
    );
  }
  return {
    serverUrl: chosen.replace(/\/+$/, ''),
    savedUrl: file.confighub_url ?? '',
    space: file.space ?? '',
    spaceId: file.space_id ?? '',
    organizationId: file.organization_id ?? '',
  };
}

export function saveContext(env: NodeJS.ProcessEnv, context: Context): void {
  mkdirSync(configDirectory(env), { recursive: true, mode: 0o755 });
  const file: ContextFile = {
    confighub_url: context.savedUrl,
    space: context.space,
    space_id: context.spaceId,
    organization_id: context.organizationId,
  };
  writeFileSync(join(configDirectory(env), 'context.json'), JSON.stringify(file, null, 2), { mode: 0o600 });
}
