import { deepEqual, equal, ok } from 'node:assert/strict';
import { Then } from '@cucumber/cucumber';
import { differences } from '../support/tutorial/config-diff';
import type { TutorialWorld } from '../support/world';

Then(
  'the history of {string} in {space} ends with {string}',
  async function (this: TutorialWorld, slug: string, space: string, description: string) {
    const { cub, names } = this.tutorial;
    const history = await cub.revisions.list(names.full(space), slug);
    equal(history.at(-1)?.description, description);
  },
);

Then(
  'the history of {string} in {space} tells of {string}',
  async function (this: TutorialWorld, slug: string, space: string, description: string) {
    const history = await this.tutorial.cub.revisions.list(this.tutorial.names.full(space), slug);
    ok(
      history.some((revision) => revision.description.startsWith(description)),
      `it tells of ${history.map((revision) => revision.description).join('; ')}`,
    );
  },
);

Then(
  'the history of {string} in {space} tells nothing of {string}',
  async function (this: TutorialWorld, slug: string, space: string, word: string) {
    const history = await this.tutorial.cub.revisions.list(this.tutorial.names.full(space), slug);
    deepEqual(
      history.filter(({ description }) => description.includes(word)),
      [],
    );
  },
);

Then(
  'the history of {string} in {space} tells who made {string}, and when',
  async function (this: TutorialWorld, slug: string, space: string, description: string) {
    const history = await this.tutorial.cub.revisions.list(this.tutorial.names.full(space), slug);
    const made = history.find((revision) => revision.description === description);
    ok(made, `it tells of ${history.map((revision) => revision.description).join('; ')}`);
    ok(made.user, 'it does not tell who');
    ok(Date.parse(made.createdAt) > 0, 'it does not tell when');
  },
);

Then(
  'the last change of {service} in {space} is that {word} went from {string} to {string}',
  async function (
    this: TutorialWorld,
    service: string,
    space: string,
    setting: string,
    before: string,
    after: string,
  ) {
    const history = await this.tutorial.cub.revisions.list(this.tutorial.names.full(space), service);
    const [older, newest] = history.slice(-2);
    ok(older && newest, 'there are no two revisions');
    const path = `Deployment ${service}: spec.template.spec.containers.${service}.env.${setting}.value`;
    deepEqual(differences(older.data, newest.data), [{ path, before, after }]);
  },
);
