import { delimiter } from 'node:path';
import type { Environment } from '../environment';
import type { LabFolder } from './folder';
import { quote } from './launcher';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export type Shell = (typeof shells)[number];

interface Dialect {
  set(name: string, value: string): string;
  path(folder: string): string;
  use: string;
}

const posix: Dialect = {
  set: (name, value) => `export ${name}=${quote(value)}`,
  path: (folder) => `export PATH=${quote(folder)}:"$PATH"`,
  use: 'eval "$(npm run --silent lab -- env)"',
};

const doubled = (text: string) => `'${text.replaceAll("'", "''")}'`;

const dialects: Record<Shell, Dialect> = {
  bash: posix,
  zsh: { ...posix, use: 'eval "$(npm run --silent lab -- env --shell zsh)"' },
  fish: {
    set: (name, value) => `set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    path: (folder) => `set -gx PATH '${folder}' $PATH`,
    use: 'npm run --silent lab -- env --shell fish | source',
  },
  powershell: {
    set: (name, value) => `$env:${name} = ${doubled(value)}`,
    path: (folder) => `$env:PATH = ${doubled(folder)} + '${delimiter}' + $env:PATH`,
    use: 'npm run --silent lab -- env --shell powershell | Out-String | Invoke-Expression',
  },
};

/** What a shell has to be told so that `cub` and `kubectl` in it mean the lab. */
export function shellSettings(shell: Shell, folder: LabFolder, { hub, cub, cluster }: Environment): string {
  const dialect = dialects[shell];
  const port = cub.env.CONFIGHUB_WORKER_PORT;
  return [
    dialect.path(folder.bin),
    dialect.set('KUBECONFIG', cluster.kubeconfig),
    dialect.set('CONFIGHUB_URL', hub.url),
    ...(port ? [dialect.set('CONFIGHUB_WORKER_PORT', port)] : []),
    `# Run this to set up your shell: ${dialect.use}`,
    '',
  ].join('\n');
}
