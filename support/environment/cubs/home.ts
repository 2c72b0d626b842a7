import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubSession } from '../hubs/session';

const context = 'microtraderx';

/**
 * Writes the files in which `cub` finds its server and its login, so that no command has to log in: those of the
 * summer of 2025 (session.json, context.json) and those of later versions (config.yaml with a token file).
 * All are readable by their owner only.
 *
 * @param home folder to be `cub`'s HOME; may exist
 * @returns the config file for CUB_CONFIG
 */
export function writeCubHome(home: string, hubUrl: string, session: HubSession): string {
  const folder = join(home, '.confighub');
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
  return join(folder, 'config.yaml');
}
