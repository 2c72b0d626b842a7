import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askJson, type Endpoint } from '../servers/http';

/** A login at a hub, as the hub's answer to a password has it and `cub` keeps it. */
export interface HubSession {
  auth_type: string;
  access_token: string;
  refresh_token: string;
  organization_id: string;
  user: { id: string; email: string; [field: string]: unknown };
}

interface Credential {
  user: string;
  password: string;
}

/** Logs in at an embedded hub with the credential that it keeps in its state folder. */
export async function logIn(url: string, stateDir: string): Promise<HubSession> {
  const [credential] = JSON.parse(readFileSync(join(stateDir, 'credentials.json'), 'utf8')) as Credential[];
  const { user: username, password } = credential ?? { user: '', password: '' };
  return (await askJson({ url }, 'POST', '/auth/password', { username, password })) as HubSession;
}

/** What a hub says of itself to anyone. */
export interface HubInfo {
  version: string;
  workerPort: string;
}

export async function infoOf(endpoint: Endpoint): Promise<HubInfo> {
  const {
    Build = '',
    Revision = '',
    WorkerPort = '',
  } = (await askJson(endpoint, 'GET', '/api/info')) as Record<string, string>;
  return { version: Revision || Build || 'unknown', workerPort: WorkerPort };
}
