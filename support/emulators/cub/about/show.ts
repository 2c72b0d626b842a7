import type { Invocation } from '../invocation';
import { details } from '../output/pairs';

interface ApiInfo {
  ClientID?: string;
  Build?: string;
  BuiltAt?: string;
  Revision?: string;
}

async function apiInfo({ hub }: Invocation): Promise<ApiInfo> {
  return (await hub.get('/info')).body as ApiInfo;
}

/** `cub version`: of this client and of the server. */
export async function showVersion(invocation: Invocation): Promise<void> {
  const info = await apiInfo(invocation);
  invocation.print.raw(`Client Version:
  Commit:     bundled
  Build Date: unknown
Server Version:
  URL:        ${invocation.context.serverUrl}
  Commit:     ${info.Build ?? ''}
`);
}

/** `cub info`: what the server says of itself. */
export async function showInfo(invocation: Invocation): Promise<void> {
  const info = await apiInfo(invocation);
  invocation.print.raw(
    details([
      ['Server URL:', invocation.context.serverUrl],
      ['Client ID:', info.ClientID ?? ''],
      ['Build:', info.Build ?? ''],
      ['BuiltAt:', info.BuiltAt ?? ''],
      ['Revision:', info.Revision ?? ''],
    ]),
  );
}
