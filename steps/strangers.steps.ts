import { ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { kinds } from '../support/cluster/kinds';
import { refuseFailures } from '../support/tutorial/bulk-outcome';
import { giveReplicas } from '../support/tutorial/edit';
import type { Region } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

/** Opens a change set of somebody else's on one unit. */
async function openAnother({ tutorial }: TutorialWorld, service: string, region: Region): Promise<void> {
  const { cub, names } = tutorial;
  await cub.changeSets.create(names.base, 'somebody-elses', 'Something else');
  const unit = { space: names.place(region), units: [service] };
  refuseFailures(
    await cub.units.setChangeSet(unit, `${names.base}/somebody-elses`),
    'opening the change set',
  );
}

When(
  'somebody tries to give {service} in {region} {int} replicas',
  function (this: TutorialWorld, service: string, region: Region, replicas: number) {
    const unit = { space: this.tutorial.names.place(region), service };
    return this.attempt(() => giveReplicas(this.tutorial, unit, replicas));
  },
);

When(
  'somebody tries to restore {service} in {region} to its first revision',
  function (this: TutorialWorld, service: string, region: Region) {
    const { cub, names } = this.tutorial;
    return this.attempt(() => cub.units.restore(names.place(region), service, '1', 'A mistake'));
  },
);

When(
  'somebody tries to open another change set on {service} in {region}',
  function (this: TutorialWorld, service: string, region: Region) {
    return this.attempt(() => openAnother(this, service, region));
  },
);

Given(
  "somebody's change set is open on {service} in {region}",
  function (this: TutorialWorld, service: string, region: Region) {
    return this.given(`somebody's change set is open on ${service} in ${region}`, async () => {
      await openAnother(this, service, region);
    });
  },
);

Given(
  'a stranger has a space {string} and a namespace {string}',
  async function (this: TutorialWorld, space: string, name: string) {
    const { cub, cluster, names } = this.tutorial;
    const { apiVersion, kind } = kinds.namespace;
    const theirs = names.full(name);
    this.afterwards(async () => {
      await cluster.delete({ apiVersion, kind, name: theirs });
      await cub.spaces.delete(names.full(space));
    });
    await cub.spaces.create(names.full(space));
    await cluster.apply(JSON.stringify({ apiVersion, kind, metadata: { name: theirs } }));
  },
);

Then(
  'the space {string} and the namespace {string} are still there',
  async function (this: TutorialWorld, space: string, name: string) {
    const { cub, cluster, names } = this.tutorial;
    ok(
      (await cub.spaces.list()).some(({ slug }) => slug === names.full(space)),
      `the space ${space} is gone`,
    );
    const namespace = await cluster.read({ ...kinds.namespace, name: names.full(name) });
    ok(namespace && !namespace.metadata?.deletionTimestamp, `the namespace ${name} is gone`);
  },
);
