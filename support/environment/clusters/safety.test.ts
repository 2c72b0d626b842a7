import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterContext } from './cluster';
import { allowContext, namedContext } from './context';
import { kindCluster } from './kind';
import { filesOf, writeClusterRecord } from './records';

/** A cluster that says who it is, allows what is not in `forbidden`, and notes whatever is asked of it. */
class ToldCluster {
  asked: string[] = [];
  uid = 'uid-of-the-first';
  forbidden = '';
  private readonly server: Server = createServer((request, response) => {
    const { method, url = '' } = request;
    this.asked.push(`${method} ${url}`);
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(this.answer(url, body)));
    });
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Requests that change something; a review of rights leaves nothing behind. */
  get writes(): string[] {
    return this.asked.filter(
      (line) => !line.startsWith('GET ') && !line.includes('selfsubjectaccessreviews'),
    );
  }

  private answer(url: string, body: string): object {
    if (url.startsWith('/version')) return { gitVersion: 'v1.37.2' };
    if (url.includes('kube-system')) return { metadata: { name: 'kube-system', uid: this.uid } };
    const resource = (JSON.parse(body) as { spec: { resourceAttributes: { resource: string } } }).spec
      .resourceAttributes.resource;
    return { status: { allowed: resource !== this.forbidden } };
  }
}

describe('a cluster that is not embedded', () => {
  let folder: string;
  let told: ToldCluster;
  let url: string;
  let env: NodeJS.ProcessEnv;
  const context = (): ClusterContext => ({
    start: () => Promise.reject(new Error('needs no server of ours')),
    stateDir: join(folder, 'state'),
    records: join(folder, 'records'),
    env,
    keep: 'never',
    pace: 1,
    log: () => undefined,
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'safety-'));
    told = new ToldCluster();
    url = await told.start();
    writeFileSync(join(folder, 'kubeconfig'), kubeconfigOf(url, 'theirs', 'another'));
    env = { PATH: process.env.PATH, KUBECONFIG: join(folder, 'kubeconfig') };
  });
  afterEach(() => {
    told.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('named by its context', () => {
    const use = () => namedContext({ kind: 'context', context: 'theirs' }, context());

    it('is refused before it is asked anything, unless it was allowed', async () => {
      await assert.rejects(use, /never allowed.*npm run preflight -- --allow-context theirs/);
      assert.deepEqual(told.asked, []);
    });

    it('is used once it was allowed, through a kubeconfig of our own that knows no other context', async () => {
      await allowContext('theirs', context());
      const { kubeconfig } = await use();
      assert.equal(statSync(kubeconfig).mode & 0o777, 0o600);
      assert.doesNotMatch(readFileSync(kubeconfig, 'utf8'), /another/);
      assert.deepEqual(told.writes, []);
      assert.doesNotMatch(
        readFileSync(filesOf(context().records, 'context', 'theirs').record, 'utf8'),
        /token/,
      );
    });

    it('is refused before any write when its name leads to another cluster by now', async () => {
      await allowContext('theirs', context());
      told.uid = 'uid-of-the-second';
      await assert.rejects(use, /another cluster.*uid-of-the-second, not uid-of-the-first/s);
      assert.deepEqual(told.writes, []);
    });

    it('is refused when a right is lacking, which is named', async () => {
      await allowContext('theirs', context());
      told.forbidden = 'deployments';
      await assert.rejects(use, /may not: get deployments\.apps, list deployments\.apps/);
      assert.deepEqual(told.writes, []);
    });

    it('is told from contexts that do not exist', async () => {
      await assert.rejects(
        allowContext('nobodys', context()),
        /no kube context "nobodys"; known are: theirs, another\./,
      );
    });
  });

  describe('of kind', () => {
    const use = () => kindCluster({ kind: 'kind', name: 'trial' }, context());
    const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');

    /** Tools that only say what a kind cluster `trial` would make them say. */
    beforeEach(() => {
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      writeFileSync(join(folder, 'trial'), kubeconfigOf(url, 'kind-trial'));
      const tool = (name: string, answers: string) => {
        writeFileSync(
          join(bin, name),
          `#!/bin/sh\necho ${name} "$@" >>${folder}/calls\ncase "$1 $2" in\n${answers}\nesac\n`,
        );
        chmodSync(join(bin, name), 0o755);
      };
      tool('kind', `'get clusters') echo trial;;\n'get kubeconfig') cat ${folder}/trial;;`);
      tool('docker', `'version '*) echo 1;;\n'inspect '*) echo 2020-01-01T00:00:00Z;;\n'image '*) exit 1;;`);
      env.PATH = `${bin}:/usr/bin:/bin`;
    });

    it('is left alone when nobody here made it', async () => {
      await assert.rejects(use, /not made here, so it is left alone/);
      assert.deepEqual(told.asked, []);
      assert.deepEqual(calls(), ['docker version --format {{.Server.Version}}', 'kind get clusters']);
    });

    it('is left alone when it has the name of one that was made here, and another uid', async () => {
      writeClusterRecord(filesOf(context().records, 'kind', 'trial'), {
        since: '2026-01-01',
        uid: 'uid-of-ours',
      });
      await assert.rejects(use, /uid-of-the-first, not uid-of-ours/);
      assert.deepEqual(told.writes, []);
      assert.equal(
        calls().some((call) => /delete|create|load/.test(call)),
        false,
      );
    });

    it('is left alone when it is older than the one that we began to make', async () => {
      writeClusterRecord(filesOf(context().records, 'kind', 'trial'), { since: '2026-01-01T00:00:00Z' });
      await assert.rejects(use, /not made here, so it is left alone/);
      assert.equal(
        calls().some((call) => /delete|create|load/.test(call)),
        false,
      );
    });

    it('is used again when it was made here, and deleted at the end', async () => {
      const files = filesOf(context().records, 'kind', 'trial');
      writeClusterRecord(files, { since: '2026-01-01', uid: told.uid });
      const { kubeconfig, stop } = await use();
      assert.equal(statSync(kubeconfig).mode & 0o777, 0o600);
      await stop();
      assert.match(calls().at(-1) ?? '', /^kind delete cluster --name trial --kubeconfig /);
      assert.deepEqual(readdirSync(context().records), []);
    });

    it('says what is missing and how to get it', async () => {
      rmSync(join(folder, 'bin', 'kind'));
      await assert.rejects(use, /needs kind, which is not on the PATH; install it from https:\/\/kind\.sigs/);
    });
  });
});

function kubeconfigOf(server: string, ...names: string[]): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': names[0],
    contexts: names.map((name) => ({ name, context: { cluster: name, user: name } })),
    clusters: names.map((name) => ({ name, cluster: { server, 'insecure-skip-tls-verify': true } })),
    users: names.map((name) => ({ name, user: { token: `token-of-${name}` } })),
  });
}
