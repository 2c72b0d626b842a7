import { deepEqual, equal, ok } from 'node:assert/strict';
import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { scaleEverywhere, setVersionEverywhere } from '../support/tutorial/bulk/scale';
import { statusEverywhere } from '../support/tutorial/bulk/status';
import { REGIONS, type Region } from '../support/tutorial/regions';
import type { Service } from '../support/tutorial/services';
import type { TutorialWorld } from '../support/world';

const NO_TARGET = '00000000-0000-0000-0000-000000000000';

When(
  '{service} is scaled to {int} replicas everywhere',
  function (this: TutorialWorld, service: Service, replicas: number) {
    return this.act(async () => {
      this.notes.bulk = await scaleEverywhere(this.tutorial, service, replicas);
    });
  },
);

When(
  'the learner tries to scale {service} to {int} replicas everywhere',
  function (this: TutorialWorld, service: Service, replicas: number) {
    return this.attempt(() => scaleEverywhere(this.tutorial, service, replicas));
  },
);

Given(
  '{service} has been scaled to {int} replicas everywhere',
  function (this: TutorialWorld, service: Service, replicas: number) {
    return this.given(`${service} has been scaled to ${replicas} replicas everywhere`, async () => {
      await scaleEverywhere(this.tutorial, service, replicas);
    });
  },
);

When(
  '{service} is set to version {string} everywhere',
  async function (this: TutorialWorld, service: Service, version: string) {
    this.notes.bulk = await setVersionEverywhere(this.tutorial, service, version);
  },
);

Given(
  '{service} in {region} has lost its target',
  function (this: TutorialWorld, service: string, region: Region) {
    return this.given(`${service} in ${region} has lost its target`, async () => {
      const { cub, names } = this.tutorial;
      await cub.units.setTarget({ space: names.place(region), units: [service] }, NO_TARGET);
    });
  },
);

When('the status of all regions is asked for', async function (this: TutorialWorld) {
  this.notes.status = await statusEverywhere(this.tutorial);
});

Then('exactly {region} is reported to have failed', function (this: TutorialWorld, region: Region) {
  const failed = this.notes.bulk?.filter((result) => result.failed);
  deepEqual(
    failed?.map(({ unit }) => unit),
    [`${this.tutorial.names.place(region)}/trade-service`],
  );
  equal(this.notes.bulk?.length, REGIONS.length);
});

Then(
  '{service} runs version {string} in every region',
  async function (this: TutorialWorld, service: string, version: string) {
    const { cluster, names } = this.tutorial;
    for (const region of REGIONS) {
      const { image } = await cluster.settled(names.place(region), service);
      equal(image.split(':').at(-1), version, region);
    }
  },
);

Then('the status of {service} is', function (this: TutorialWorld, service: string, table: DataTable) {
  const { status } = this.notes;
  ok(status, 'the status was not asked for');
  const found = REGIONS.map((region) => {
    const row = status.find(
      (one) => one.service === service && one.space === this.tutorial.names.place(region),
    );
    return [row?.replicas, row?.ready, row?.unapplied ? 'yes' : 'no', row?.behind ? 'yes' : 'no'].map(String);
  });
  deepEqual(
    found,
    table.rows().map(([, ...row]) => row),
  );
});
