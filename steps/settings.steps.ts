import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { addResource, annotate, commentReplicas, dropResource, setVersion } from '../support/scenario/edits';
import { objectsIn, serviceConfig } from '../support/tutorial/config';
import { giveSetting } from '../support/tutorial/edit';
import { REGIONS, type Region } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

Given(
  'the base of {service} has got the setting {word} {string}',
  async function (this: TutorialWorld, service: string, setting: string, value: string) {
    await giveSetting(this.tutorial, { space: this.tutorial.names.base, service }, setting, value);
    this.rememberNow();
  },
);

Given(
  'the base of {service} has got the image version {string}',
  async function (this: TutorialWorld, service: string, version: string) {
    await setVersion(this.tutorial, { space: this.tutorial.names.base, service }, version);
    this.rememberNow();
  },
);

Given(
  'the base of {service} has got a PodDisruptionBudget',
  async function (this: TutorialWorld, service: string) {
    await addResource(this.tutorial, await this.unit('traderx-base', service), {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      spec: { minAvailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': service } } },
    });
    this.rememberNow();
  },
);

Given('the base of {service} has lost its Service', async function (this: TutorialWorld, service: string) {
  await dropResource(this.tutorial, await this.unit('traderx-base', service), 'Service');
  this.rememberNow();
});

Given(
  '{service} in {region} has got the setting {word} {string}',
  async function (this: TutorialWorld, service: string, region: Region, setting: string, value: string) {
    const unit = { space: this.tutorial.names.place(region), service };
    await giveSetting(this.tutorial, unit, setting, value, { protect: true });
    this.rememberNow();
  },
);

Given(
  '{service} in {region} has got the annotation {string} {string}',
  async function (this: TutorialWorld, service: string, region: Region, key: string, value: string) {
    await annotate(this.tutorial, { space: this.tutorial.names.place(region), service }, key, value);
    this.rememberNow();
  },
);

Given(
  '{service} in {region} has got the comment {string} beside its replicas',
  async function (this: TutorialWorld, service: string, region: Region, comment: string) {
    const unit = (await this.hub()).unit(this.tutorial.names.place(region), service);
    await commentReplicas(this.tutorial, unit, comment);
    this.rememberNow();
  },
);

Given(
  '{service} in {space} has got an image that does not exist',
  async function (this: TutorialWorld, service: string, space: string) {
    await setVersion(this.tutorial, { space: this.tutorial.names.full(space), service }, 'does-not-exist');
    this.rememberNow();
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
