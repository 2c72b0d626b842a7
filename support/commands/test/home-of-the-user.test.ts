import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../environment/build';

const run = promisify(execFile);

describe('the home of whoever runs the features', function () {
  this.timeout(60_000);
  let home: string;
  let reports: string;
  let theirs: Server;
  let asked: string[];

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    reports = mkdtempSync(join(tmpdir(), 'reports-'));
    asked = [];
    theirs = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(theirs, 'listening');
    const server = `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`;
    mkdirSync(join(home, '.kube'));
    mkdirSync(join(home, '.confighub'));
    writeFileSync(join(home, '.kube', 'config'), kubeconfig(server));
    writeFileSync(
      join(home, '.confighub', 'config.yaml'),
      `current_context: theirs\ncontexts:\n- name: theirs\n  coordinate:\n    server_url: ${server}\n`,
    );
  });
  after(() => {
    theirs.close();
    for (const folder of [home, reports]) rmSync(folder, { recursive: true });
  });

  const everything = () =>
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]);

  it('stays as it is; the cluster and the hub of its default kubeconfig and login are not asked anything', async () => {
    const before = everything();
    const { stdout } = await run(
      process.execPath,
      [
        ...['-r', './support/typescript.cjs', 'support/commands/test.ts', '--parallel', '0'],
        ...['--name', 'The service runs after its unit is applied'],
      ],
      {
        cwd: projectRoot,
        env: {
          PATH: process.env.PATH,
          HOME: home,
          KUBECONFIG: join(home, '.kube', 'config'),
          MTX_REPORTS: reports,
        },
      },
    );
    assert.match(stdout, /^1 passed, 0 failed, 0 skipped$/m);
    assert.deepEqual(everything(), before);
    assert.deepEqual(asked, []);
  });
});

function kubeconfig(server: string): string {
  return [
    'apiVersion: v1',
    'kind: Config',
    'current-context: theirs',
    'contexts:',
    '- { name: theirs, context: { cluster: theirs, user: them } }',
    'clusters:',
    `- { name: theirs, cluster: { server: ${server} } }`,
    'users:',
    '- { name: them, user: { token: t } }',
    '',
  ].join('\n');
}
