import { deepEqual, equal } from 'node:assert/strict';
import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { runsWith, scaleByHand, tells } from '../support/scenario/running';
import { serviceConfig } from '../support/tutorial/config';
import { deployServices } from '../support/tutorial/deploy/stages';
import { giveReplicas } from '../support/tutorial/edit';
import { REGIONS, type Region, regionNamed } from '../support/tutorial/regions';
import { SERVICES, type Service } from '../support/tutorial/services';
import type { TutorialWorld } from '../support/world';

const rows = (table: DataTable): Array<{ region: Region; replicas: number }> =>
  table.hashes().map(({ region = '', replicas }) => ({
    region: regionNamed(region),
    replicas: Number(replicas),
  }));

When(
  '{service} in {region} is given {int} replica(s)',
  async function (this: TutorialWorld, service: string, region: Region, replicas: number) {
    await this.act(() =>
      giveReplicas(this.tutorial, { space: this.tutorial.names.place(region), service }, replicas),
    );
  },
);

Given(
  '{service} in {region} and in {region} has been given {int} replica(s)',
  function (this: TutorialWorld, service: string, one: Region, other: Region, replicas: number) {
    return this.given(`${service} in ${one} and in ${other} has been given ${replicas} replica`, async () => {
      for (const region of [one, other]) {
        await giveReplicas(this.tutorial, { space: this.tutorial.names.place(region), service }, replicas);
      }
    });
  },
);

When('{service} is applied in {region}', function (this: TutorialWorld, service: Service, region: Region) {
  return deployServices(this.tutorial, [region], [service]);
});

When(
  "somebody scales {service} in {region} to {int} replica(s) behind ConfigHub's back",
  function (this: TutorialWorld, service: string, region: Region, replicas: number) {
    return scaleByHand(this.tutorial, this.tutorial.names.place(region), service, replicas);
  },
);

Then('ConfigHub has {service} with', async function (this: TutorialWorld, service: string, table: DataTable) {
  const hub = await this.hub();
  const found = rows(table).map(({ region }) => ({
    region,
    replicas: serviceConfig(hub.unit(this.tutorial.names.place(region), service).data).replicas,
  }));
  deepEqual(found, rows(table));
});

Then('{service} runs with', async function (this: TutorialWorld, service: string, table: DataTable) {
  for (const { region, replicas } of rows(table)) {
    await runsWith(this.tutorial, this.tutorial.names.place(region), service, replicas);
  }
});

Then(
  '{service} runs with {int} replica(s) in {region}',
  async function (this: TutorialWorld, service: string, replicas: number, region: Region) {
    await runsWith(this.tutorial, this.tutorial.names.place(region), service, replicas);
  },
);

Then(
  'every region runs {service} with {int} replica(s)',
  async function (this: TutorialWorld, service: string, replicas: number) {
    for (const region of REGIONS) {
      await runsWith(this.tutorial, this.tutorial.names.place(region), service, replicas);
    }
  },
);

Then('every region has the newest revisions in the cluster', async function (this: TutorialWorld) {
  const hub = await this.hub();
  for (const region of REGIONS) {
    for (const service of SERVICES) {
      const { head, live } = hub.unit(this.tutorial.names.place(region), service);
      equal(live, head, `${service} in ${region}`);
    }
  }
});

Then(
  '{service} says in every region that its {word} is {string}',
  function (this: TutorialWorld, service: string, setting: string, value: string) {
    return this.askingServices(async () => {
      const answers = await Promise.all(
        REGIONS.map((region) => tells(this.tutorial, this.tutorial.names.place(region), service, setting)),
      );
      deepEqual(
        answers,
        REGIONS.map(() => value),
      );
    });
  },
);
