import { equal, ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { deploy } from '../support/tutorial/deploy/roll-out';
import type { TutorialWorld } from '../support/world';

const apply = (world: TutorialWorld, slug: string, space: string) => async (): Promise<void> => {
  await deploy(world.tutorial, { space: world.tutorial.names.full(space), units: [slug] });
};

When(
  'the learner tries to apply {string} in {space}',
  function (this: TutorialWorld, slug: string, space: string) {
    return this.attempt(apply(this, slug, space));
  },
);

When(
  'the learner tries to apply {string} in {space} before its namespace',
  function (this: TutorialWorld, slug: string, space: string) {
    return this.attempt(apply(this, slug, space));
  },
);

Given(
  'the learner has tried to apply {string} in {space} before its namespace',
  async function (this: TutorialWorld, slug: string, space: string) {
    await this.attempt(apply(this, slug, space));
    ok(this.message);
  },
);

Then(
  'the cluster has the newest revision of {string} in {space}',
  async function (this: TutorialWorld, slug: string, space: string) {
    const { head, live } = await this.unit(space, slug);
    equal(live, head);
  },
);

Then(
  'the change of {string} in {space} waits to be applied',
  async function (this: TutorialWorld, slug: string, space: string) {
    const { head, live } = await this.unit(space, slug);
    ok(live > 0 && live < head, `revision ${head} is the newest, the cluster has ${live}`);
  },
);

Then(
  'ConfigHub knows that {string} in {space} was never applied',
  async function (this: TutorialWorld, slug: string, space: string) {
    const { live, lastApplied } = await this.unit(space, slug);
    equal(live, 0);
    equal(lastApplied, 0);
  },
);

Then(
  'ConfigHub knows that {string} in {space} never arrived in the cluster',
  async function (this: TutorialWorld, slug: string, space: string) {
    const { live, event } = await this.unit(space, slug);
    equal(live, 0);
    equal(event?.status, 'Failed');
  },
);
