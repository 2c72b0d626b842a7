import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesObject, V1ConfigMap, V1Deployment } from '@kubernetes/client-node';
import { kinds } from '../../cluster/kinds';
import { tutorialIn } from '../../commands/open-tutorial';
import { type Environment, readSettings, startEnvironment } from '../../environment';
import { loseNamespace } from '../../scenario/running';
import { serviceConfig } from '../config';
import { causesOfFindings } from '../diagnosis/diagnose';
import { lookAtHub } from '../hub';
import { pushUpgrade } from '../push-upgrade/push';
import { REGIONS, type Region } from '../regions';
import { actOut, stage } from '../stages';
import type { Tutorial } from '../tutorial';
import { validateStage } from '../validate/stage';
import { deploy, rollOut } from './roll-out';

/** The newest ConfigHub's way, as far as it can be gone without one: see README, Environments. */
describe('the tutorial with releases instead of applies', function () {
  this.timeout(120_000);
  const commands: string[] = [];
  let stateDir: string;
  let environment: Environment | undefined;
  let tutorial: Tutorial;

  before(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'releasing-'));
    const settings = readSettings({ MTX_PACE: '200', MTX_DEPLOY: 'release' });
    environment = await startEnvironment(settings, { stateDir, log: () => undefined });
    const transcript = ({ args }: { args: string[] }) => void commands.push(args.join(' '));
    tutorial = await tutorialIn(environment, () => undefined, { transcript });
  });
  after(async () => {
    await environment?.stop();
    rmSync(stateDir, { recursive: true, force: true });
  });

  const inCluster = async (region: Region) => {
    const rollout = await tutorial.cluster.rollout(tutorial.names.place(region), 'trade-service');
    return rollout && `${rollout.ready}/${rollout.wanted}`;
  };
  const inHub = async (region: Region) =>
    serviceConfig((await lookAtHub(tutorial)).unit(tutorial.names.place(region), 'trade-service').data);
  const tradeService = (region: Region) => ({
    space: tutorial.names.place(region),
    units: ['trade-service'],
  });
  const scale = (space: string, replicas: number, protect: boolean) => {
    const on = { space, units: ['trade-service'] };
    return tutorial.cub.functions.call({ on, call: ['set-replicas', String(replicas)], protect });
  };

  it('finds out that this cub releases, and cannot apply', () => {
    const { apply, releases, protection } = tutorial.can;
    assert.deepEqual({ apply, releases, protection }, { apply: false, releases: true, protection: true });
  });

  for (const number of [1, 2, 3, 4])
    it(`acts stage ${number} out, and all is as it should be`, async () => {
      await actOut(tutorial, number);
      assert.deepEqual(await stage(number).validate(tutorial), []);
    });

  it('has brought 3, 5 and 2 replicas to the regions, without a single apply', async () => {
    assert.deepEqual(
      [await inCluster('us'), await inCluster('eu'), await inCluster('asia')],
      ['3/3', '5/5', '2/2'],
    );
    assert.ok(commands.some((line) => line.startsWith('release publish')));
    assert.ok(!commands.some((line) => line.startsWith('unit apply')));
  });

  it('changes nothing when a stage is acted out again', async () => {
    const before = await Promise.all(
      REGIONS.map((region) => tutorial.cub.releases.list(tutorial.names.place(region))),
    );
    await actOut(tutorial, 4);
    const after = await Promise.all(
      REGIONS.map((region) => tutorial.cub.releases.list(tutorial.names.place(region))),
    );
    assert.deepEqual(after, before);
  });

  it('gives back what somebody changed or deleted in the cluster, with nothing new to release', async () => {
    const { cluster, names } = tutorial;
    const eu = names.place('eu');
    await cluster.scale(eu, 'trade-service', 4);
    await deploy(tutorial, tradeService('eu'));
    assert.equal(await inCluster('eu'), '5/5');
    await loseNamespace(tutorial, eu);
    const [homeless] = await rollOut(tutorial, tradeService('eu'));
    assert.match(homeless?.message ?? '', /^Failed: .*namespaces "traderx-prod-eu" not found/);
    await deploy(tutorial, { space: names.infra, units: [names.namespaceUnit('eu')] });
    await deploy(tutorial, tradeService('eu'));
    assert.equal(await inCluster('eu'), '5/5');
  });

  it('says of a change in the cluster how it is undone, and that works', async () => {
    const { cluster, names } = tutorial;
    const eu = names.place('eu');
    await cluster.scale(eu, 'trade-service', 4);
    const findings = await validateStage(tutorial, stage(4));
    const [cause] = await causesOfFindings(tutorial, findings, 4);
    const [, label, annotation] =
      /kubectl annotate --overwrite configmap -n kube-system -l (\S+) (\S+)="\$\(date \+%s\)"/.exec(
        cause?.todo ?? '',
      ) ?? [];
    assert.equal(label, `confighub.com/release=${eu}`);
    const maps = await cluster.list<V1ConfigMap>(kinds.configMap, 'kube-system');
    const [map] = maps.filter(({ metadata }) => metadata?.labels?.['confighub.com/release'] === eu);
    const { name, namespace } = map?.metadata ?? {};
    const metadata = { name, namespace, annotations: { [annotation ?? '']: '1795900000' } };
    await cluster.connection.merge({ apiVersion: 'v1', kind: 'ConfigMap', metadata } as KubernetesObject);
    await cluster.become<V1Deployment>(kinds.deployment, eu, '5 replicas again', (all) =>
      all.some((one) => one.metadata?.name === 'trade-service' && one.status?.readyReplicas === 5),
    );
  });

  it('keeps what was protected when the base changes it, and nothing else', async () => {
    await scale(tutorial.names.place('asia'), 1, false);
    await scale(tutorial.names.base, 4, false);
    await pushUpgrade(tutorial, 'trade-service');
    assert.equal((await inHub('eu')).replicas, 5);
    assert.equal((await inHub('asia')).replicas, 4);
    await deploy(tutorial, tradeService('eu'));
    await deploy(tutorial, tradeService('asia'));
    assert.deepEqual([await inCluster('eu'), await inCluster('asia')], ['5/5', '4/4']);
  });

  it('removes from the cluster what left a release', async () => {
    const space = tutorial.names.place('asia');
    await tutorial.cub.units.clearTarget(space, 'trade-service');
    await deploy(tutorial, { space, units: ['reference-data'] });
    assert.equal(await inCluster('asia'), undefined);
  });

  it('tells which gate holds a release back, and what the cluster refused', async () => {
    const { cub, names } = tutorial;
    const space = names.place('us');
    await cub.triggers.create({ space, slug: 'approved', call: ['is-approved', '1'], warns: false });
    await scale(space, 6, true);
    const [held] = await rollOut(tutorial, tradeService('us'));
    assert.equal(held?.done, false);
    assert.match(held?.message ?? '', /cannot be released: approved\/is-approved did not pass/);
    await cub.units.approve({ space, units: ['trade-service', 'reference-data'] });
    await cub.functions.call({
      on: tradeService('eu'),
      call: ['set-string-path', 'v1/Service', 'spec.type', 'Nonsense'],
    });
    const [refused] = await rollOut(tutorial, tradeService('eu'));
    assert.match(refused?.message ?? '', /^Failed: Service\/.*trade-service dry-run failed/);
    assert.equal((await rollOut(tutorial, tradeService('us')))[0]?.done, true);
    assert.equal(await inCluster('us'), '6/6');
  });

  it('names the namespace of what pulls a space when nothing does', async () => {
    const { cub, names } = tutorial;
    for (const [space, worker] of [
      [names.hello, 'traderx-worker'],
      [names.place('us'), 'traderx-infra-worker'],
    ] as const) {
      await tutorial.workers.stop(tutorial, space === names.hello ? names.hello : names.infra);
      const on = { space, units: ['reference-data'] };
      await cub.functions.call({ on, call: ['set-replicas', '2'] });
      if (space !== names.hello) await cub.units.approve(on);
      await assert.rejects(
        rollOut({ ...tutorial, patience: 300 }, on),
        new RegExp(`nothing in the cluster has pulled release .*kubectl get pods -n ${worker}$`, 's'),
      );
    }
  });

  it('does not take what the cluster refused before for the answer to another try', () =>
    assert.rejects(
      rollOut({ ...tutorial, patience: 300 }, tradeService('eu')),
      /nothing in the cluster has applied release \d+ of space traderx-prod-eu again\n/,
    ));
});
