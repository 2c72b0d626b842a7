import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectRoot } from '../../environment/build';
import type { Cluster, ClusterContext } from '../../environment/clusters/cluster';
import { allowContext, namedContext } from '../../environment/clusters/context';
import { kindCluster } from '../../environment/clusters/kind';
import { kwokCluster, publicImage } from '../../environment/clusters/kwok';
import { recordsFolder } from '../../environment/clusters/records';
import type { Environment } from '../../environment/environment';
import { readSettings, startEnvironment } from '../../environment/index';
import { askJson, type Endpoint } from '../../environment/servers/http';
import { endpointOf } from '../../environment/servers/kubeconfig';
import { STAGES } from '../../tutorial/stages';
import { openClient } from '../../witness/api/client';

const run = promisify(execFile);
const kwokImage = process.env.MTX_KWOK_IMAGE || publicImage;
const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const prefix = 'calm-owl-1234';

interface Space {
  SpaceID: string;
  Slug: string;
  Version: number;
}

interface Listed {
  items: Array<{
    metadata: { name: string; uid: string; resourceVersion: string; deletionTimestamp?: string };
  }>;
}

/** Everything in a cluster that a run of ours could touch, by name and uid. */
async function pictureOf(kubeconfig: string): Promise<string[]> {
  const { ask } = openClient(kubeconfig);
  const paths = ['/api/v1/namespaces', '/api/v1/configmaps', '/api/v1/services', '/apis/apps/v1/deployments'];
  const lists = await Promise.all(paths.map((path) => ask({ what: path, method: 'GET', path })));
  return lists.flatMap(({ body }, index) =>
    (body as Listed).items.map(({ metadata }) => `${paths[index]} ${metadata.name} ${metadata.uid}`),
  );
}

describe('on real clusters, what belongs to others', function () {
  this.timeout(600_000);
  let folder: string;
  let cluster: Cluster;
  let kwok: Endpoint;
  const log = () => undefined;
  const contextFor = (env: NodeJS.ProcessEnv, name = 'state'): ClusterContext => ({
    start: () => Promise.reject(new Error('needs no server of ours')),
    stateDir: join(folder, name),
    records: join(folder, 'records'),
    env,
    keep: 'never',
    pace: 1,
    log,
  });

  before(async function () {
    if (!works('docker', 'image', 'inspect', kwokImage)) {
      console.log(`  NOT RUN: there is no Docker engine here that has ${kwokImage} (MTX_KWOK_IMAGE)`);
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'strangers-'));
    cluster = await kwokCluster({ kind: 'kwok', image: kwokImage }, contextFor(process.env, 'kwok'));
    kwok = endpointOf(cluster.kubeconfig);
  });
  after(async () => {
    await cluster?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  describe('another cluster under a known name', () => {
    const name = `theirs-${process.pid}`;
    let kubeconfig: string;

    before(async function () {
      if (!works('kind', 'version')) {
        console.log('    NOT RUN: there is no kind on the PATH');
        this.skip();
      }
      kubeconfig = join(folder, 'theirs.kubeconfig');
      const { MTX_KIND_IMAGE, MTX_KIND_CONFIG } = process.env;
      const options = [
        ...(MTX_KIND_IMAGE ? ['--image', MTX_KIND_IMAGE] : []),
        ...(MTX_KIND_CONFIG ? ['--config', MTX_KIND_CONFIG] : []),
      ];
      await run('kind', [
        'create',
        'cluster',
        '--name',
        name,
        '--kubeconfig',
        kubeconfig,
        '--wait',
        '180s',
        ...options,
      ]);
    });
    after(async () => {
      if (kubeconfig) await run('kind', ['delete', 'cluster', '--name', name, '--kubeconfig', kubeconfig]);
    });

    it('a kind cluster that somebody else made is refused, and stays as it is', async () => {
      const before = await pictureOf(kubeconfig);
      await assert.rejects(
        kindCluster({ kind: 'kind', name }, contextFor(process.env)),
        /was not made here, so it is left alone/,
      );
      assert.deepEqual(await pictureOf(kubeconfig), before);
    });

    it('a context that leads to another cluster than the one allowed is refused, and that stays as it is', async () => {
      const file = join(folder, 'user.kubeconfig');
      const env = { ...process.env, KUBECONFIG: file };
      writeFileSync(file, readFileSync(cluster.kubeconfig));
      await allowContext(cluster.context, contextFor(env));
      const text = readFileSync(kubeconfig, 'utf8').replaceAll(`kind-${name}`, cluster.context);
      writeFileSync(file, text);
      const before = await pictureOf(kubeconfig);
      await assert.rejects(
        namedContext({ kind: 'context', context: cluster.context }, contextFor(env)),
        /leads to another cluster than the one that was allowed/,
      );
      assert.deepEqual(await pictureOf(kubeconfig), before);
    });
  });

  describe('under names like ours', () => {
    let hub: Environment;
    let env: NodeJS.ProcessEnv;
    let theirs: string[];
    let spaces: Endpoint;

    const namespaces = async () => ((await askJson(kwok, 'GET', '/api/v1/namespaces')) as Listed).items;
    const isTheirs = ({ metadata }: Listed['items'][number]) => metadata.name.endsWith('of-a-stranger');
    const isOurs = (one: Listed['items'][number]) => one.metadata.name.startsWith(prefix) && !isTheirs(one);
    const isOurSpace = ({ Slug }: Space) => Slug.startsWith(prefix) && !Slug.endsWith('of-a-stranger');
    const spacesNow = async () =>
      ((await askJson(spaces, 'GET', '/api/space')) as Array<{ Space: Space }>).map((row) => row.Space);
    /** What strangers have here, to the version. */
    const picture = async () => [
      ...(await namespaces())
        .filter(isTheirs)
        .map(({ metadata }) => `namespace ${metadata.name} ${metadata.uid} ${metadata.resourceVersion}`),
      ...(await spacesNow())
        .filter(({ Slug }) => Slug.endsWith('of-a-stranger'))
        .map(({ Slug, Version }) => `space ${Slug} ${Version}`),
    ];
    /** What is left of runs under our prefix. */
    const ours = async () => [
      ...(await namespaces())
        .filter((one) => isOurs(one) && !one.metadata.deletionTimestamp)
        .map(({ metadata }) => `namespace ${metadata.name}`),
      ...(await spacesNow()).filter(isOurSpace).map(({ Slug }) => `space ${Slug}`),
    ];
    const start = (...options: string[]): ChildProcess => {
      const program = join(projectRoot, 'support', 'commands', 'test.ts');
      const typescript = join(projectRoot, 'support', 'typescript.cjs');
      return spawn(process.execPath, ['-r', typescript, program, ...options], {
        cwd: projectRoot,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    };
    /** Runs features to their end; the last line of what they said. */
    const passes = async (...options: string[]): Promise<string> => {
      const child = start(...options);
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
      const [code] = await once(child, 'close');
      assert.equal(code, 0, said);
      return said.trim().split('\n').at(-1) ?? '';
    };
    const until = async (what: string, come: () => Promise<boolean>, child?: ChildProcess) => {
      for (const deadline = Date.now() + 120_000; !(await come()); await pause(20)) {
        if (Date.now() > deadline) throw new Error(`waited 120 s in vain until ${what}`);
        if (child?.exitCode !== null && child !== undefined) throw new Error(`the run ended before ${what}`);
      }
    };

    before(async () => {
      hub = await startEnvironment(readSettings({}), { stateDir: join(folder, 'hub'), log });
      const home = hub.cub.env.HOME ?? '';
      const session = JSON.parse(readFileSync(join(home, '.confighub', 'session.json'), 'utf8'));
      spaces = { url: hub.hub.url, token: session.access_token };
      const state = join(folder, 'of-runs');
      env = {
        PATH: process.env.PATH,
        HOME: home,
        KUBECONFIG: cluster.kubeconfig,
        MTX_HUB: hub.hub.url,
        MTX_CUB: 'bundled',
        MTX_CLUSTER: `context:${cluster.context}`,
        MTX_PREFIX: prefix,
        MTX_STATE: state,
        MTX_REPORTS: join(folder, 'reports'),
      };
      const records = recordsFolder(projectRoot, state);
      await allowContext(cluster.context, { records, env, stateDir: join(folder, 'allowing') });
      const names = [
        `${prefix}-0-1-traderx-of-a-stranger`,
        `${prefix}-of-a-stranger`,
        `calm-owl-12-traderx-of-a-stranger`,
      ];
      const metadata = (name: string) => ({ name, labels: { owner: 'a-stranger' } });
      for (const name of names) {
        await askJson(kwok, 'POST', '/api/v1/namespaces', { metadata: metadata(name) });
        await askJson(kwok, 'POST', `/api/v1/namespaces/${name}/configmaps`, {
          metadata: metadata('content'),
        });
        await askJson(spaces, 'POST', '/api/space', { Slug: name });
      }
      // The control plane notes something on a new namespace; from then on only a stranger would.
      await until('their namespaces have their service accounts', async () => {
        const accounts = names.map((name) =>
          askJson(kwok, 'GET', `/api/v1/namespaces/${name}/serviceaccounts/default`).then(
            Boolean,
            () => false,
          ),
        );
        return (await Promise.all(accounts)).every(Boolean);
      });
      theirs = await picture();
      assert.equal(theirs.length, 6);
    });
    after(() => hub?.stop());

    const scenarios = ['--tags', '@stage-1', '--name', 'The service runs after its unit is applied'];

    it('stays when a run has made and removed its own', async () => {
      assert.equal(await passes(...scenarios), '1 passed, 0 failed, 0 skipped');
      assert.deepEqual(await ours(), []);
      assert.deepEqual(await picture(), theirs);
    });

    it('stays when runs were killed at five moments; the next start removes all that these left', async () => {
      const state = join(folder, 'of-runs', 'clusters');
      const remembered = () =>
        existsSync(state) ? readdirSync(state).filter((name) => /^(run|spaces)-/.test(name)) : [];
      /** Whether something of ours has come that is not among what was known. */
      const come = (look: () => Promise<string[]>) => async (known: ReadonlySet<string>) =>
        (await look()).some((one) => !known.has(one));
      const looks = {
        'it is remembered': async () => remembered(),
        'it has a space': async () => (await spacesNow()).filter(isOurSpace).map(({ SpaceID }) => SpaceID),
        'it has a namespace': async () =>
          (await namespaces()).filter(isOurs).map(({ metadata }) => metadata.uid),
        'it has a Deployment': async () =>
          ((await askJson(kwok, 'GET', '/apis/apps/v1/deployments')) as Listed).items.map(
            ({ metadata }) => metadata.uid,
          ),
        'it removes what it made': async () =>
          (await namespaces())
            .filter((one) => isOurs(one) && one.metadata.deletionTimestamp)
            .map(({ metadata }) => metadata.uid),
      };
      const left: Record<string, string[]> = {};
      for (const [moment, look] of Object.entries(looks)) {
        const everything = (await Promise.all(Object.values(looks).map((one) => one()))).flat();
        const child = start(...scenarios, '--parallel', '0');
        // A namespace that a killed run left is removed by the next one, which is not the moment meant.
        const known = new Set(
          moment === 'it removes what it made'
            ? [...everything, ...(await looks['it has a namespace']())]
            : everything,
        );
        await until(moment, () => come(look)(known), child);
        child.kill('SIGKILL');
        await once(child, 'close');
        left[moment] = await ours();
      }
      assert.ok(
        left['it has a Deployment']?.length,
        'nothing was left by a run that was killed in its midst',
      );
      assert.equal(await passes(...scenarios), '1 passed, 0 failed, 0 skipped');
      assert.deepEqual(await ours(), []);
      assert.deepEqual(await picture(), theirs);
      assert.deepEqual(remembered(), []);
    });

    it('stays when a run of each stage was killed in its midst; the start after each removes what it left', async () => {
      const leftNow = async () => [
        ...(await namespaces())
          .filter((one) => isOurs(one) && !one.metadata.deletionTimestamp)
          .map(({ metadata }) => metadata.uid),
        ...(await spacesNow()).filter(isOurSpace).map(({ SpaceID }) => SpaceID),
      ];
      let left: string[] = [];
      for (const { number } of STAGES) {
        const child = start('--tags', `@stage-${number}`, '--parallel', '0');
        let said = '';
        child.stdout?.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
        await until(`a scenario of stage ${number} has ended`, async () => /^[.-]/m.test(said), child);
        const stillThere = await leftNow();
        assert.deepEqual(
          left.filter((id) => stillThere.includes(id)),
          [],
          `stage ${number} began with what a killed run had left`,
        );
        await until(
          `the next one of stage ${number} has something`,
          async () => (await leftNow()).length > 0,
          child,
        );
        await pause(Math.random() * 2_000);
        child.kill('SIGKILL');
        await once(child, 'close');
        left = await leftNow();
        console.log(`      stage ${number}: ${left.length} namespaces and spaces left`);
        assert.deepEqual(await picture(), theirs);
      }
      assert.equal(await passes(...scenarios), '1 passed, 0 failed, 0 skipped');
      assert.deepEqual(await leftNow(), []);
      assert.deepEqual(await picture(), theirs);
    });
  });
});
