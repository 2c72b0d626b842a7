import { deepEqual, match } from 'node:assert/strict';
import { Then } from '@cucumber/cucumber';
import { changedIn } from '../support/scenario/as-it-was';
import { wording } from '../support/scenario/wording';
import type { TutorialWorld } from '../support/world';

Then(/^the learner is told that (.+)$/, function (this: TutorialWorld, fact: string) {
  match(this.message, wording(fact));
});

Then('ConfigHub is as it was before', async function (this: TutorialWorld) {
  const before = await this.lookBefore();
  const now = await this.look();
  deepEqual(now.hub, before.hub);
});

Then('the cluster is as it was before', async function (this: TutorialWorld) {
  const before = await this.lookBefore();
  const now = await this.look();
  deepEqual(now.cluster, before.cluster);
});

Then(
  'only {string} in {space} has changed',
  async function (this: TutorialWorld, slug: string, space: string) {
    const before = await this.lookBefore();
    const now = await this.look();
    deepEqual(changedIn(before.hub, now.hub), [`${this.tutorial.names.full(space)}/${slug}`]);
  },
);
