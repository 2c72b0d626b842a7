import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Failure } from '../failure';
import { NO_SESSION, type Session } from './session';

interface ConfigFile {
  apiVersion?: string;
  kind?: string;
  currentContext?: string;
  contexts?: Array<{
    name?: string;
    coordinate?: { serverURL?: string; organizationID?: string; user?: string };
    settings?: { defaultSpace?: string };
    metadata?: { tokenFile?: string };
  }>;
}

/** What a later era's config file (`CUB_CONFIG`) tells. */
export interface CurrentContext {
  serverUrl: string;
  defaultSpace: string;
  session: Session;
}

/**
 * Reads the current context of `CUB_CONFIG` and its token (contract 1.2, era C). Undefined when the variable is unset or
 * its file does not exist; a file that is there but wrong is an error.
 */
export function readCurrentContext(env: NodeJS.ProcessEnv): CurrentContext | undefined {
  const path = env.CUB_CONFIG;
  if (path === undefined || path === '' || !existsSync(path)) return undefined;
  // Not bundled: larger than a start-up can bear, and needed for this file only.
  const { parse } = createRequire(__filename)('yaml') as typeof import('yaml');
  const file = parse(readFileSync(path, 'utf8')) as ConfigFile | null;
  if (file?.apiVersion !== 'v1' || file.kind !== 'Config')
    throw new Failure(`${path}: expected apiVersion v1, kind Config`);
  const context = file.contexts?.find(({ name }) => name === file.currentContext);
  if (context === undefined)
    throw new Failure(`${path}: current context ${file.currentContext ?? ''} does not exist`);
  const serverUrl = context.coordinate?.serverURL ?? '';
  const tokenFile = context.metadata?.tokenFile ?? '';
  if (serverUrl === '' || tokenFile === '') {
    throw new Failure(`${path}: context ${context.name ?? ''} needs serverURL and tokenFile`);
  }
  const token = JSON.parse(readFileSync(locate(path, tokenFile), 'utf8')) as { accessToken?: string };
  return {
    serverUrl,
    defaultSpace: context.settings?.defaultSpace ?? '',
    session: {
      ...NO_SESSION,
      user: { email: context.coordinate?.user ?? '' },
      access_token: token.accessToken ?? '',
      organization_id: context.coordinate?.organizationID ?? '',
      auth_type: 'Bearer',
    },
  };
}

/** Token files stand beside the config file, in `tokens/`, unless their path says otherwise. */
function locate(config: string, tokenFile: string): string {
  const candidates = [
    tokenFile,
    join(dirname(config), tokenFile),
    join(dirname(config), 'tokens', tokenFile),
  ];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Failure(`${config}: token file ${tokenFile} does not exist`);
  return found;
}
