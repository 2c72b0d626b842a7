import { equal } from 'node:assert/strict';
import { Then, When } from '@cucumber/cucumber';
import type { TutorialWorld } from '../support/world';

When('the learner tries to create the space {space}', function (this: TutorialWorld, space: string) {
  const { cub, names } = this.tutorial;
  return this.attempt(() => cub.spaces.create(names.full(space)));
});

When('the learner tries to delete the space {space}', function (this: TutorialWorld, space: string) {
  const { cub, names } = this.tutorial;
  return this.attempt(() => cub.spaces.delete(names.full(space)));
});

Then(
  'the space {space} is labelled as environment {string}',
  async function (this: TutorialWorld, space: string, environment: string) {
    const { cub, names } = this.tutorial;
    const [found] = await cub.spaces.list(`Slug = '${names.full(space)}'`);
    equal(found?.labels.Environment, environment);
  },
);
