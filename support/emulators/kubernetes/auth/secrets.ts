import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only the server and the owner of its folder know. */
export interface Secrets {
  /** The bearer token in the kubeconfig. */
  adminToken: string;
  /** Signs the tokens of service accounts. */
  signingKey: string;
}

/** The secrets kept in a folder; made when there are none. */
export function keptSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secret = (): string => randomBytes(24).toString('base64url');
  const secrets = { adminToken: secret(), signingKey: secret() };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
