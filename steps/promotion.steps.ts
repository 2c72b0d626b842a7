import { deepEqual, equal } from 'node:assert/strict';
import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { tells } from '../support/scenario/running';
import { deployServices } from '../support/tutorial/deploy/stages';
import { backFill, bringBaseInLine, emergencyBypass } from '../support/tutorial/promotion/bypass';
import { circuitBreaker, fixAt } from '../support/tutorial/promotion/fix';
import { promoteInOrder } from '../support/tutorial/promotion/in-order';
import { promote } from '../support/tutorial/promotion/promote';
import { PROMOTION_ORDER, REGIONS, type Region, regionNamed } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

const goesIn = async ({ tutorial }: TutorialWorld, region: Region): Promise<void> => {
  await fixAt(tutorial, circuitBreaker, region);
  await deployServices(tutorial, [region], ['trade-service']);
};

When('the circuit breaker goes in in {region}', function (this: TutorialWorld, region: Region) {
  return this.act(() => goesIn(this, region));
});

Given('the circuit breaker has gone in in {region}', function (this: TutorialWorld, region: Region) {
  return this.given(`the circuit breaker has gone in in ${region}`, async () => {
    await goesIn(this, region);
  });
});

When('it goes on from {region} to {region}', function (this: TutorialWorld, from: Region, to: Region) {
  return this.act(() => backFill(this.tutorial, circuitBreaker, from, to));
});

When(
  'the emergency bypass takes the circuit breaker from {region} to {region}',
  function (this: TutorialWorld, from: Region, to: Region) {
    return this.act(() => emergencyBypass(this.tutorial, circuitBreaker, from, to));
  },
);

Given(
  'the emergency bypass has taken the circuit breaker from {region} to {region}',
  function (this: TutorialWorld, from: Region, to: Region) {
    return this.given(
      `the emergency bypass has taken the circuit breaker from ${from} to ${to}`,
      async () => {
        await emergencyBypass(this.tutorial, circuitBreaker, from, to);
      },
    );
  },
);

When(
  'the learner tries to take the circuit breaker from {region} to {region}',
  function (this: TutorialWorld, from: Region, to: Region) {
    return this.attempt(() => promote(this.tutorial, circuitBreaker, from, to));
  },
);

When('{region} is back-filled from {region}', function (this: TutorialWorld, to: Region, from: Region) {
  return this.act(() => backFill(this.tutorial, circuitBreaker, from, to));
});

Given(
  '{region} has been back-filled from {region}',
  function (this: TutorialWorld, to: Region, from: Region) {
    return this.given(`${to} has been back-filled from ${from}`, async () => {
      await backFill(this.tutorial, circuitBreaker, from, to);
    });
  },
);

When('the base is brought in line', function (this: TutorialWorld) {
  return this.act(() => bringBaseInLine(this.tutorial, circuitBreaker));
});

Given('the base has been brought in line', function (this: TutorialWorld) {
  return this.given(`the base has been brought in line`, async () => {
    await bringBaseInLine(this.tutorial, circuitBreaker);
  });
});

When('the circuit breaker is promoted in the normal order', function (this: TutorialWorld) {
  return promoteInOrder(this.tutorial, circuitBreaker);
});

When('the learner tries to promote the circuit breaker in the normal order', function (this: TutorialWorld) {
  return this.attempt(() => promoteInOrder(this.tutorial, circuitBreaker));
});

Then(
  '{service} runs in {region} with {word} {string}',
  async function (this: TutorialWorld, service: string, region: Region, setting: string, value: string) {
    const { settings } = await this.tutorial.cluster.settled(this.tutorial.names.place(region), service);
    equal(settings[setting], value);
  },
);

Then(
  '{service} runs in every region with {word} {string}',
  async function (this: TutorialWorld, service: string, setting: string, value: string) {
    const { cluster, names } = this.tutorial;
    for (const region of REGIONS) {
      equal((await cluster.settled(names.place(region), service)).settings[setting], value, region);
    }
  },
);

Then(
  '{service} runs with {word} {string} in dev, staging, the US, the EU and Asia',
  async function (this: TutorialWorld, service: string, setting: string, value: string) {
    const { cluster, names } = this.tutorial;
    for (const place of PROMOTION_ORDER) {
      equal((await cluster.settled(names.place(place), service)).settings[setting], value, place);
    }
  },
);

Then(
  'the running {service} says that its {word} is',
  function (this: TutorialWorld, service: string, setting: string, table: DataTable) {
    const { names } = this.tutorial;
    return this.askingServices(async () => {
      const answers = table.hashes().map(async ({ region = '' }) => ({
        region,
        value: await tells(this.tutorial, names.place(regionNamed(region)), service, setting),
      }));
      deepEqual(await Promise.all(answers), table.hashes());
    });
  },
);
