import { deepEqual, equal, ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { giveReplicas } from '../support/tutorial/edit';
import type { TutorialWorld } from '../support/world';

Given(
  '{string} has been cloned from {space} into {space} as {string}',
  function (this: TutorialWorld, unit: string, from: string, space: string, slug: string) {
    return this.given(`${unit} has been cloned from ${from} into ${space} as ${slug}`, async () => {
      const { cub, names } = this.tutorial;
      await cub.units.clone({ space: names.full(from), unit }, { space: names.full(space), slug });
    });
  },
);

When(
  'the learner tries to clone {string} from {space} into {space}',
  function (this: TutorialWorld, unit: string, from: string, space: string) {
    const { cub, names } = this.tutorial;
    const to = { space: names.full(space), slug: unit };
    return this.attempt(() => cub.units.clone({ space: names.full(from), unit }, to));
  },
);

When(
  'the learner changes the upstream and upgrades only {spaces}',
  async function (this: TutorialWorld, spaces: string[]) {
    const { cub, names } = this.tutorial;
    await giveReplicas(this.tutorial, { space: names.hello, service: 'reference-data' }, 2);
    for (const space of spaces) {
      await cub.units.upgrade({ space: names.full(space), units: ['reference-data'] });
    }
  },
);

Then(
  '{service} in {space} is a clone of the one in {space}',
  async function (this: TutorialWorld, service: string, space: string, from: string) {
    const upstream = await this.unit(from, service);
    equal((await this.unit(space, service)).upstream?.id, upstream.id);
  },
);

Then(
  '{service} in {space} is up to date with its upstream',
  async function (this: TutorialWorld, service: string, space: string) {
    const { upstream } = await this.unit(space, service);
    ok(upstream, `${service} in ${space} has no upstream`);
    equal(upstream.revision, upstream.head);
  },
);

Then(
  '{service} in {spaces} reads exactly as in {space}',
  async function (this: TutorialWorld, service: string, spaces: string[], from: string) {
    const original = await this.unit(from, service);
    for (const space of spaces) equal((await this.unit(space, service)).data, original.data);
  },
);

Then(
  'the clones in {spaces} are behind their upstream',
  async function (this: TutorialWorld, spaces: string[]) {
    const hub = await this.hub();
    const behind = hub.units.filter(({ upstream }) => upstream && upstream.revision < upstream.head);
    deepEqual(
      behind.map(({ space }) => space).sort(),
      spaces.map((space) => this.tutorial.names.full(space)).sort(),
    );
  },
);
