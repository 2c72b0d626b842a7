import { deepEqual, match } from 'node:assert/strict';
import { Then } from '@cucumber/cucumber';
import { changedIn, unitIn } from '../support/scenario/as-it-was';
import { bothReadAsBefore } from '../support/scenario/both-services';
import { wording } from '../support/scenario/wording';
import { REGIONS, type Region } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

Then(/^the learner is told that (.+)$/, function (this: TutorialWorld, fact: string) {
  match(this.message, wording(fact));
});

Then('ConfigHub is as it was before', async function (this: TutorialWorld) {
  const before = await this.lookBefore();
  const now = await this.hubNow();
  deepEqual(now, before.hub);
});

Then('the cluster is as it was before', async function (this: TutorialWorld) {
  const before = await this.lookBefore();
  const now = await this.clusterNow();
  deepEqual(now, before.cluster);
});

Then(
  'only {string} in {space} has changed',
  async function (this: TutorialWorld, slug: string, space: string) {
    const before = await this.lookBefore();
    const now = await this.hubNow();
    deepEqual(changedIn(before.hub, now), [`${this.tutorial.names.full(space)}/${slug}`]);
  },
);

Then(
  'exactly {string} in {spaces} has changed',
  async function (this: TutorialWorld, slug: string, spaces: string[]) {
    const before = await this.lookBefore();
    const now = await this.hubNow();
    const wanted = spaces.map((space) => `${this.tutorial.names.full(space)}/${slug}`);
    deepEqual(changedIn(before.hub, now), wanted.sort());
  },
);

Then(
  '{string} in {spaces} reads as it did before',
  async function (this: TutorialWorld, slug: string, spaces: string[]) {
    const before = await this.lookBefore();
    for (const space of spaces) {
      const was = unitIn(before.hub, this.tutorial.names.full(space), slug);
      const { data, head } = await this.unit(space, slug);
      deepEqual({ data, head }, { data: was.data, head: was.head }, space);
    }
  },
);

Then('{service} has not changed in any region', async function (this: TutorialWorld, service: string) {
  const before = await this.lookBefore();
  const hub = await this.hub();
  for (const region of REGIONS) {
    const was = unitIn(before.hub, this.tutorial.names.place(region), service);
    const { data, head } = hub.unit(this.tutorial.names.place(region), service);
    deepEqual({ data, head }, { data: was.data, head: was.head }, region);
  }
});

Then(
  /^(?:no region's configuration has changed|the configuration of every region reads as it did before)$/,
  async function (this: TutorialWorld) {
    bothReadAsBefore(this.tutorial, await this.hub(), await this.lookBefore());
  },
);

Then('the cluster runs {region} as it did before', async function (this: TutorialWorld, region: Region) {
  const before = await this.lookBefore();
  const now = await this.clusterNow();
  const inside = (name: string): boolean => name.includes(` ${this.tutorial.names.place(region)}/`);
  deepEqual(changedIn(before.cluster, now).filter(inside), []);
});
