import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubSession } from '../hubs/session';

const context = 'microtraderx';

/**
 * Writes the files in which `cub` finds its server and its login, so that no command has to log in: those of the
 * summer of 2025 (session.json, context.json) and those of later versions (config.yaml with a token file).
 * All are readable by their owner only. Files that hold this login already are left, with what `cub` has noted in them
 * since, such as the default space.
 *
 * @param home folder to be `cub`'s HOME; may exist
 * @returns the config file for CUB_CONFIG
 */
export function writeCubHome(home: string, hubUrl: string, session: HubSession): string {
  const folder = join(home, '.confighub');
  const config = join(folder, 'config.yaml');
  if (isThere(folder, hubUrl, session)) return config;
  mkdirSync(join(folder, 'tokens'), { recursive: true, mode: 0o700 });
  const write = (file: string, content: object) =>
    writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  write('session.json', session);
  write('context.json', {
    confighub_url: hubUrl,
    space: '',
    space_id: '',
    organization_id: session.organization_id,
  });
  // JSON is YAML.
  write('config.yaml', {
    apiVersion: 'v1',
    kind: 'Config',
    currentContext: context,
    contexts: [
      {
        name: context,
        coordinate: { serverURL: hubUrl, organizationID: session.organization_id, user: session.user.email },
        settings: { defaultSpace: '' },
        metadata: { tokenFile: `${context}.json` },
      },
    ],
  });
  write(`tokens/${context}.json`, { accessToken: session.access_token, refreshToken: session.refresh_token });
  return config;
}

function isThere(folder: string, hubUrl: string, session: HubSession): boolean {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  try {
    return (
      read('session.json').access_token === session.access_token &&
      read('context.json').confighub_url === hubUrl &&
      read(`tokens/${context}.json`).accessToken === session.access_token
    );
  } catch {
    return false;
  }
}
