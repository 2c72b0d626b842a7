import { deepEqual, equal, match } from 'node:assert/strict';
import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { releasesOnly } from '../support/cub/capabilities';
import { all, is, isOneOf } from '../support/cub/where';
import { unitIn } from '../support/scenario/as-it-was';
import { differences } from '../support/tutorial/config-diff';
import { find, type Question } from '../support/tutorial/find-and-fix/find';
import { fix } from '../support/tutorial/find-and-fix/fix';
import { REGIONS, type Region } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

const look = async (world: TutorialWorld, question: Question): Promise<void> => {
  world.notes.found = await find(world.tutorial, question);
};

const scaleDown = async (
  world: TutorialWorld,
  more: number,
  replicas: number,
  why: string,
): Promise<void> => {
  const found = await find(world.tutorial, { data: `spec.replicas > ${more}` });
  await fix(world.tutorial, found, ['set-replicas', String(replicas)], why);
};

When('the learner looks for units called {string}', function (this: TutorialWorld, slug: string) {
  return look(this, { where: is('Slug', slug) });
});

When(
  'the learner looks for {string} in spaces labelled as environment {string}',
  function (this: TutorialWorld, slug: string, environment: string) {
    return look(this, { where: all(is('Slug', slug), is('Space.Labels.Environment', environment)) });
  },
);

When(
  'the learner looks for services with more than {int} replicas',
  function (this: TutorialWorld, more: number) {
    return look(this, { data: `spec.replicas > ${more}` });
  },
);

When('the learner looks for services whose image is {string}', function (this: TutorialWorld, image: string) {
  return look(this, { data: `spec.template.spec.containers.*.image LIKE '%/${image}:%'` });
});

When(
  'the learner looks for services of the region {string} with more than {int} replica(s)',
  function (this: TutorialWorld, region: string, more: number) {
    return look(this, { where: is('Space.Labels.Region', region), data: `spec.replicas > ${more}` });
  },
);

When('the learner looks for units of the regions that wait to be applied', function (this: TutorialWorld) {
  const spaces = REGIONS.map((region) => this.tutorial.names.place(region));
  const there = releasesOnly(this.tutorial.can) ? 'LastReleasedRevisionNum' : 'LiveRevisionNum';
  return look(this, { where: all(isOneOf('Space.Slug', spaces), `HeadRevisionNum > ${there}`) });
});

Given(
  'the question for services with more than {int} replicas is kept under the name {string}',
  function (this: TutorialWorld, more: number, slug: string) {
    const { cub, names } = this.tutorial;
    const data = { resourceType: 'apps/v1/Deployment', where: `spec.replicas > ${more}` };
    return cub.filters.create({ space: names.base, slug, where: names.ours, data });
  },
);

const askByName = async (world: TutorialWorld, slug: string): Promise<void> => {
  const { cub, names } = world.tutorial;
  world.notes.found = await cub.filters.ask(`${names.base}/${slug}`);
};

When('the learner asks {string}', function (this: TutorialWorld, slug: string) {
  return askByName(this, slug);
});

Given('{string} has been asked', function (this: TutorialWorld, slug: string) {
  return askByName(this, slug);
});

When('the learner asks for units where {string}', function (this: TutorialWorld, where: string) {
  return this.attempt(() => this.tutorial.cub.units.list(where));
});

When(
  'all services with more than {int} replicas are scaled down to {int} because of {string}',
  function (this: TutorialWorld, more: number, replicas: number, why: string) {
    return this.act(() => scaleDown(this, more, replicas, why));
  },
);

Given(
  'all services with more than {int} replicas have been scaled down to {int}',
  function (this: TutorialWorld, more: number, replicas: number) {
    return this.given(
      `all services with more than ${more} replicas have been scaled down to ${replicas}`,
      async () => {
        await scaleDown(this, more, replicas, 'After the close');
      },
    );
  },
);

When(
  '{region} is scaled down to {int} replicas after the close',
  async function (this: TutorialWorld, region: Region, replicas: number) {
    const space = this.tutorial.names.place(region);
    const question = { where: is('Space.Slug', space), data: `spec.replicas > ${replicas}` };
    const found = await find(this.tutorial, question);
    await fix(this.tutorial, found, ['set-replicas', String(replicas)], 'After the close');
  },
);

When(
  'the learner tries to give {service} in every region {string} replicas',
  function (this: TutorialWorld, service: string, replicas: string) {
    return this.attempt(async () => {
      const found = await find(this.tutorial, { where: is('Slug', service) });
      await fix(this.tutorial, found, ['set-replicas', replicas], 'A mistake');
    });
  },
);

When(
  'the learner tries to call {string} on {service} in every region',
  function (this: TutorialWorld, name: string, service: string) {
    return this.attempt(async () => {
      const found = await find(this.tutorial, { where: is('Slug', service) });
      await fix(this.tutorial, found, [name], 'A mistake');
    });
  },
);

Then('exactly these are found', function (this: TutorialWorld, table: DataTable) {
  const wanted = table.hashes().map(({ space = '', unit }) => `${this.tutorial.names.full(space)}/${unit}`);
  deepEqual(this.notes.found?.map(({ space, slug }) => `${space}/${slug}`).sort(), wanted.sort());
});

Then('nothing is found', function (this: TutorialWorld) {
  deepEqual(this.notes.found, []);
});

Then('the learner is told to write {string}', function (this: TutorialWorld, instead: string) {
  match(this.message, new RegExp(instead.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
});

Then(
  '{string} has one new revision {string} in {spaces}',
  async function (this: TutorialWorld, slug: string, why: string, spaces: string[]) {
    const before = await this.lookBefore();
    for (const space of spaces) {
      const { head, description } = await this.unit(space, slug);
      equal(head, unitIn(before.hub, this.tutorial.names.full(space), slug).head + 1, space);
      equal(description, why, space);
    }
  },
);

Then(
  'in {space} only the replicas of {service} differ',
  async function (this: TutorialWorld, space: string, service: string) {
    const before = unitIn((await this.lookBefore()).hub, this.tutorial.names.full(space), service);
    const now = await this.unit(space, service);
    deepEqual(
      differences(before.data, now.data).map(({ path }) => path),
      [`Deployment ${service}: spec.replicas`],
    );
    const otherLines = (data: string) => data.replace(/replicas: \d+/, '');
    equal(otherLines(now.data), otherLines(before.data));
  },
);

Then(
  'in {space} only {word} of {service} differs',
  async function (this: TutorialWorld, space: string, setting: string, service: string) {
    const before = unitIn((await this.lookBefore()).hub, this.tutorial.names.full(space), service);
    const now = await this.unit(space, service);
    const path = `Deployment ${service}: spec.template.spec.containers.${service}.env.${setting}.value`;
    deepEqual(
      differences(before.data, now.data).map((difference) => difference.path),
      [path],
    );
  },
);
