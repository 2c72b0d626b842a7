import { equal } from 'node:assert/strict';
import { Then } from '@cucumber/cucumber';
import type { TutorialWorld } from '../support/world';

Then(
  'the history of {string} in {space} ends with {string}',
  async function (this: TutorialWorld, slug: string, space: string, description: string) {
    const { cub, names } = this.tutorial;
    const history = await cub.revisions.list(names.full(space), slug);
    equal(history.at(-1)?.description, description);
  },
);
