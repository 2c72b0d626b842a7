import { deepEqual, equal, ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { upgradeAlgorithm } from '../support/tutorial/base';
import { refuseFailures } from '../support/tutorial/bulk-outcome';
import { unitsOf } from '../support/tutorial/change-sets/atomic-change';
import { serviceConfig } from '../support/tutorial/config';
import { giveReplicas } from '../support/tutorial/edit';
import { PROJECT } from '../support/tutorial/names';
import { previewUpgrade } from '../support/tutorial/push-upgrade/preview';
import { pushUpgrade } from '../support/tutorial/push-upgrade/push';
import { REGIONS, type Region } from '../support/tutorial/regions';
import type { Service } from '../support/tutorial/services';
import type { TutorialWorld } from '../support/world';

When('the algorithm in the base is upgraded to {string}', function (this: TutorialWorld, version: string) {
  return this.act(() => upgradeAlgorithm(this.tutorial, version));
});

Given(
  'the algorithm in the base has been upgraded to {string}',
  function (this: TutorialWorld, version: string) {
    return this.given(`the algorithm in the base has been upgraded to ${version}`, async () => {
      await upgradeAlgorithm(this.tutorial, version);
    });
  },
);

Given(
  'the upgrade to algorithm {string} has been pushed to all regions',
  function (this: TutorialWorld, version: string) {
    return this.given(`the upgrade to algorithm ${version} has been pushed to all regions`, async () => {
      await upgradeAlgorithm(this.tutorial, version);
      await pushUpgrade(this.tutorial, 'trade-service');
    });
  },
);

Given(
  'the base of {service} has been given {int} replicas',
  function (this: TutorialWorld, service: string, replicas: number) {
    return this.given(`the base of ${service} has been given ${replicas} replicas`, async () => {
      await giveReplicas(this.tutorial, { space: this.tutorial.names.base, service }, replicas);
    });
  },
);

When('the upgrade of {service} is previewed', function (this: TutorialWorld, service: Service) {
  return this.act(async () => {
    this.notes.previews = await previewUpgrade(this.tutorial, service);
  });
});

When('the upgrade of {service} is pushed', function (this: TutorialWorld, service: Service) {
  return this.act(async () => {
    this.notes.upgraded = await pushUpgrade(this.tutorial, service);
  });
});

When('all regions are upgraded, whether they are behind or not', function (this: TutorialWorld) {
  const { cub, names } = this.tutorial;
  return this.act(async () => {
    refuseFailures(await cub.units.upgrade(unitsOf(names)), 'upgrading all regions');
  });
});

When(
  '{service} is cloned from {space} into the new space {space}',
  async function (this: TutorialWorld, service: string, from: string, space: string) {
    const { cub, names } = this.tutorial;
    await cub.spaces.create(names.full(space), { Project: PROJECT });
    await cub.units.clone(
      { space: names.full(from), unit: service },
      { space: names.full(space), slug: service },
    );
  },
);

Then(
  'the preview tells for {region}, {region} and {region} that {word} goes from {string} to {string}',
  function (
    this: TutorialWorld,
    first: Region,
    second: Region,
    third: Region,
    setting: string,
    before: string,
    after: string,
  ) {
    const told = this.notes.previews?.map(({ unit, changes }) => ({
      space: unit.space,
      change: changes.filter(({ path }) => path.endsWith(`env.${setting}.value`)),
    }));
    const path = `Deployment trade-service: spec.template.spec.containers.trade-service.env.${setting}.value`;
    deepEqual(
      told?.sort((a, b) => a.space.localeCompare(b.space)),
      [first, second, third]
        .map((region) => ({ space: this.tutorial.names.place(region), change: [{ path, before, after }] }))
        .sort((a, b) => a.space.localeCompare(b.space)),
    );
  },
);

Then('the preview tells no change of replicas for {region}', function (this: TutorialWorld, region: Region) {
  const preview = this.notes.previews?.find(({ unit }) => unit.space === this.tutorial.names.place(region));
  ok(preview, 'the preview does not tell of the region');
  deepEqual(
    preview.changes.filter(({ path }) => path.endsWith('spec.replicas')),
    [],
  );
});

Then('no clone of {service} is behind its upstream', async function (this: TutorialWorld, service: string) {
  const hub = await this.hub();
  const clones = hub.units.filter(({ slug, upstream }) => slug === service && upstream);
  ok(clones.length > 0, `there is no clone of ${service}`);
  deepEqual(
    clones.filter(({ upstream }) => upstream && upstream.revision < upstream.head).map(({ space }) => space),
    [],
  );
});

Then(
  'exactly {region}, {region} and {region} are behind with {service}',
  async function (this: TutorialWorld, first: Region, second: Region, third: Region, service: string) {
    const hub = await this.hub();
    const behind = hub.units.filter(({ upstream }) => upstream && upstream.revision < upstream.head);
    deepEqual(
      behind.map(({ space, slug }) => `${space}/${slug}`).sort(),
      [first, second, third].map((region) => `${this.tutorial.names.place(region)}/${service}`).sort(),
    );
  },
);

Given('{region} has {int} replicas', async function (this: TutorialWorld, region: Region, replicas: number) {
  const { data } = (await this.hub()).unit(this.tutorial.names.place(region), 'trade-service');
  equal(serviceConfig(data).replicas, replicas);
});

Then(
  '{region} still has {int} replicas',
  async function (this: TutorialWorld, region: Region, replicas: number) {
    const { data } = (await this.hub()).unit(this.tutorial.names.place(region), 'trade-service');
    equal(serviceConfig(data).replicas, replicas);
  },
);

Then(
  'the learner is warned that {region} keeps {int} replicas while the base has {int}',
  function (this: TutorialWorld, region: Region, local: number, base: number) {
    const upgraded = this.notes.upgraded?.find(
      ({ unit }) => unit.space === this.tutorial.names.place(region),
    );
    deepEqual(upgraded?.kept, [
      { path: 'Deployment trade-service: spec.replicas', local: String(local), base: String(base) },
    ]);
  },
);

Then('the learner is told of nothing that {region} keeps', function (this: TutorialWorld, region: Region) {
  const upgraded = this.notes.upgraded?.find(({ unit }) => unit.space === this.tutorial.names.place(region));
  deepEqual(upgraded?.kept, []);
});

Then(
  'the change of {service} waits to be applied in every region',
  async function (this: TutorialWorld, service: string) {
    const hub = await this.hub();
    for (const region of REGIONS) {
      const { head, live } = hub.unit(this.tutorial.names.place(region), service);
      ok(live > 0 && live < head, `${region}: revision ${head} is the newest, the cluster has ${live}`);
    }
  },
);
