import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { addResource, annotate, commentReplicas, dropResource, setVersion } from '../support/scenario/edits';
import { objectsIn, serviceConfig } from '../support/tutorial/config';
import { giveSetting } from '../support/tutorial/edit';
import { REGIONS, type Region } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

Given(
  'the base of {service} has got the setting {word} {string}',
  function (this: TutorialWorld, service: string, setting: string, value: string) {
    return this.given(`the base of ${service} has got the setting ${setting} ${value}`, async () => {
      await giveSetting(this.tutorial, { space: this.tutorial.names.base, service }, setting, value);
    });
  },
);

Given(
  'the base of {service} has got the image version {string}',
  function (this: TutorialWorld, service: string, version: string) {
    return this.given(`the base of ${service} has got the image version ${version}`, async () => {
      await setVersion(this.tutorial, { space: this.tutorial.names.base, service }, version);
    });
  },
);

Given('the base of {service} has got a PodDisruptionBudget', function (this: TutorialWorld, service: string) {
  return this.given(`the base of ${service} has got a PodDisruptionBudget`, async () => {
    await addResource(this.tutorial, await this.unit('traderx-base', service), {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      spec: { minAvailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': service } } },
    });
  });
});

Given('the base of {service} has lost its Service', function (this: TutorialWorld, service: string) {
  return this.given(`the base of ${service} has lost its Service`, async () => {
    await dropResource(this.tutorial, await this.unit('traderx-base', service), 'Service');
  });
});

Given(
  '{service} in {region} has got the setting {word} {string}',
  function (this: TutorialWorld, service: string, region: Region, setting: string, value: string) {
    return this.given(`${service} in ${region} has got the setting ${setting} ${value}`, async () => {
      const unit = { space: this.tutorial.names.place(region), service };
      await giveSetting(this.tutorial, unit, setting, value, { protect: true });
    });
  },
);

Given(
  '{service} in {region} has got the annotation {string} {string}',
  function (this: TutorialWorld, service: string, region: Region, key: string, value: string) {
    return this.given(`${service} in ${region} has got the annotation ${key} ${value}`, async () => {
      await annotate(this.tutorial, { space: this.tutorial.names.place(region), service }, key, value);
    });
  },
);

Given(
  '{service} in {region} has got the comment {string} beside its replicas',
  function (this: TutorialWorld, service: string, region: Region, comment: string) {
    return this.given(
      `${service} in ${region} has got the comment ${comment} beside its replicas`,
      async () => {
        const unit = (await this.hub()).unit(this.tutorial.names.place(region), service);
        await commentReplicas(this.tutorial, unit, comment);
      },
    );
  },
);

Given(
  '{service} in {space} has got an image that does not exist',
  function (this: TutorialWorld, service: string, space: string) {
    return this.given(`${service} in ${space} has got an image that does not exist`, async () => {
      await setVersion(this.tutorial, { space: this.tutorial.names.full(space), service }, 'does-not-exist');
    });
  },
);

When(
  '{service} in {region} gets the Tokyo feed alone',
  function (this: TutorialWorld, service: string, region: Region) {
    const unit = { space: this.tutorial.names.place(region), service };
    return giveSetting(this.tutorial, unit, 'MARKET_DATA_SOURCE', 'NYSE,NASDAQ,LSE,TSE');
  },
);

Then(
  '{word} of {service} is {string} in every region in ConfigHub',
  async function (this: TutorialWorld, setting: string, service: string, value: string) {
    const hub = await this.hub();
    const found = REGIONS.map((region) => hub.unit(this.tutorial.names.place(region), service));
    deepEqual(
      found.map(({ data }) => serviceConfig(data).settings[setting]),
      REGIONS.map(() => value),
    );
  },
);

Then(
  '{word} of {service} is {string} in {space}',
  async function (this: TutorialWorld, setting: string, service: string, value: string, space: string) {
    equal(serviceConfig((await this.unit(space, service)).data).settings[setting], value);
  },
);

Then(
  '{word} of {service} is gone in {space}',
  async function (this: TutorialWorld, setting: string, service: string, space: string) {
    equal(serviceConfig((await this.unit(space, service)).data).settings[setting], undefined);
  },
);

Then(
  '{word} of {service} is gone in every region',
  async function (this: TutorialWorld, setting: string, service: string) {
    const hub = await this.hub();
    const found = REGIONS.map((region) => hub.unit(this.tutorial.names.place(region), service));
    deepEqual(
      found.map(({ data }) => serviceConfig(data).settings[setting]),
      REGIONS.map(() => undefined),
    );
  },
);

Then(
  '{service} has the image version {string} in every region in ConfigHub',
  async function (this: TutorialWorld, service: string, version: string) {
    const hub = await this.hub();
    for (const region of REGIONS) {
      const { data } = hub.unit(this.tutorial.names.place(region), service);
      equal(serviceConfig(data).image.split(':').at(-1), version, region);
    }
  },
);

Then(
  /^(reference-data|trade-service) has (a|no) (\w+) in (?:every|any) region$/,
  async function (this: TutorialWorld, service: string, article: string, kind: string) {
    const hub = await this.hub();
    for (const region of REGIONS) {
      const found = objectsIn(hub.unit(this.tutorial.names.place(region), service).data);
      equal(
        found.some((object) => object.kind === kind),
        article === 'a',
        region,
      );
    }
  },
);

Then(
  '{service} in {region} still has the annotation {string} {string}',
  async function (this: TutorialWorld, service: string, region: Region, key: string, value: string) {
    const { data } = (await this.hub()).unit(this.tutorial.names.place(region), service);
    equal(serviceConfig(data).annotations[key], value);
  },
);

Then(
  'the replicas of {service} in {region} still have the comment {string}',
  async function (this: TutorialWorld, service: string, region: Region, comment: string) {
    const { data } = (await this.hub()).unit(this.tutorial.names.place(region), service);
    const line = data.split('\n').find((text) => text.includes('replicas:'));
    ok(line, 'there is no line with replicas');
    match(line, new RegExp(`replicas: \\d+ # ${comment}$`));
  },
);

Then('every region still has a namespace of its own', async function (this: TutorialWorld) {
  const hub = await this.hub();
  for (const region of REGIONS) {
    const { data } = hub.unit(this.tutorial.names.place(region), 'trade-service');
    equal(serviceConfig(data).namespace, this.tutorial.names.place(region));
  }
});
