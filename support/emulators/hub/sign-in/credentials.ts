import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One way to sign in. Each credential opens one organization. */
export interface Credential {
  organization: string;
  user: string;
  password: string;
  token: string;
}

/**
 * Reads the credentials file; without one given, makes one for `microtraderx` in the state folder, once.
 * @throws Error that names the file and what is wrong with it
 */
export function loadCredentials(
  stateFolder: string,
  file: string | undefined,
  secret: () => string,
): Credential[] {
  const path = file ?? join(stateFolder, 'credentials.json');
  if (!file && !existsSync(path)) {
    const made: Credential[] = [
      { organization: 'microtraderx', user: 'learner@example.com', password: secret(), token: secret() },
    ];
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  }
  return check(path, readJson(path));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`the credentials file ${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function check(path: string, content: unknown): Credential[] {
  const rows = Array.isArray(content) ? (content as Array<Partial<Credential> | null>) : [];
  const good = rows.every((row) => row?.organization && row.user && row.password && row.token);
  if (rows.length === 0 || !good)
    throw new Error(
      `${path} must hold a list of {"organization", "user", "password", "token"}, all non-empty texts`,
    );
  return rows as Credential[];
}
