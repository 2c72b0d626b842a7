import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The credential file `$HOME/.confighub/session.json` (contract 1.2). */
export interface Session {
  user: { id?: string; email: string; [field: string]: unknown };
  access_token: string;
  refresh_token?: string;
  organization_id: string;
  auth_type: string;
  basic_auth_password?: string;
}

/** The folder of all client files. */
export function configDirectory(env: NodeJS.ProcessEnv): string {
  return join(env.HOME ?? '', '.confighub');
}

export function readSession(env: NodeJS.ProcessEnv): Session | undefined {
  let text: string;
  try {
    text = readFileSync(join(configDirectory(env), 'session.json'), 'utf8');
  } catch {
    return undefined;
  }
  try {
    return { ...NO_SESSION, ...(JSON.parse(text) as Partial<Session>) };
  } catch {
    return undefined;
  }
}

export function saveSession(env: NodeJS.ProcessEnv, session: Session): void {
  mkdirSync(configDirectory(env), { recursive: true, mode: 0o755 });
  writeFileSync(join(configDirectory(env), 'session.json'), JSON.stringify(session, null, 2), {
    mode: 0o600,
  });
}

export const NO_SESSION: Session = {
  user: { id: '', email: '' },
  access_token: '',
  organization_id: '',
  auth_type: '',
};

/** The value of the Authorization header; undefined without a usable credential. */
export function authorization(session: Session): string | undefined {
  if (session.auth_type === 'Basic') {
    return `Basic ${Buffer.from(`${session.user.email}:${session.basic_auth_password ?? ''}`).toString('base64')}`;
  }
  return `Bearer ${session.access_token}`;
}

export function isUsable(session: Session): boolean {
  return session.access_token !== '' || (session.basic_auth_password ?? '') !== '';
}
