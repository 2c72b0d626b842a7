import { ApiError } from '../status/api-error';

/** Whom a proxied request is for. */
export interface Target {
  scheme: 'http' | 'https';
  name: string;
  /** Number or name of the port; empty when none was given. */
  port: string;
}

/**
 * Takes `NAME`, `NAME:PORT` and `SCHEME:NAME:PORT` apart (upstream's SplitSchemeNamePort).
 *
 * @throws ApiError 400 for anything else
 */
export function parseTarget(kind: 'pods' | 'services', text: string): Target {
  const parts = text.split(':');
  const [scheme, name = '', port = ''] = parts.length === 3 ? parts : ['', ...parts];
  const known = scheme === '' || scheme === 'http' || scheme === 'https';
  if (parts.length > 3 || name === '' || !known) {
    const what = kind === 'pods' ? 'pod' : 'service';
    throw new ApiError(400, 'BadRequest', `invalid ${what} request "${text}"`);
  }
  return { scheme: scheme === 'https' ? 'https' : 'http', name, port };
}
