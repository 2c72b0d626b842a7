import { spawn, spawnSync } from 'node:child_process';

/** What a command said and how it ended. */
export interface Said {
  code: number | null;
  out: string;
  err: string;
}

/** Whether `kubectl` is on the PATH. */
export function hasKubectl(): boolean {
  return spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;
}

/** Runs `kubectl` against a cluster. */
export function kubectl(kubeconfig: string, args: string[], input = ''): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn('kubectl', args, {
      env: { ...process.env, KUBECONFIG: kubeconfig, HOME: '/nonexistent' },
    });
    const said: Said = { code: null, out: '', err: '' };
    child.stdout.on('data', (text) => {
      said.out += text;
    });
    child.stderr.on('data', (text) => {
      said.err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...said, code }));
    child.stdin.end(input);
  });
}
