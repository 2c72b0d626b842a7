import { equal } from 'node:assert/strict';
import { Then } from '@cucumber/cucumber';
import type { TutorialWorld } from '../support/world';

Then('the worker of {space} is connected', async function (this: TutorialWorld, space: string) {
  const { cub, names } = this.tutorial;
  const workers = await cub.workers.list(names.full(space));
  const ours = workers.find(({ slug }) => slug === names.worker(names.full(space)));
  equal(ours?.condition, 'Ready');
});
