import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Given, Then, When } from '@cucumber/cucumber';
import { objectsIn, serviceConfig } from '../support/tutorial/config';
import { giveReplicas } from '../support/tutorial/edit';
import { manifestOf, PLACEHOLDER, type Service } from '../support/tutorial/services';
import type { TutorialWorld } from '../support/world';

When(
  '{service} in {space} is given {int} replica(s)',
  async function (this: TutorialWorld, service: string, space: string, replicas: number) {
    await this.act(() =>
      giveReplicas(this.tutorial, { space: this.tutorial.names.full(space), service }, replicas),
    );
  },
);

Given(
  '{service} in {space} has been given {int} replica(s)',
  function (this: TutorialWorld, service: string, space: string, replicas: number) {
    return this.given(`${service} in ${space} has been given ${replicas} replica`, async () => {
      await giveReplicas(this.tutorial, { space: this.tutorial.names.full(space), service }, replicas);
    });
  },
);

When(
  'the learner tries to create the unit {string} in {space} from',
  function (this: TutorialWorld, slug: string, space: string, manifest: string) {
    const { cub, names } = this.tutorial;
    return this.attempt(() => cub.units.create(names.full(space), slug, '-', manifest));
  },
);

When(
  'the learner deletes the unit {string} in {space}',
  async function (this: TutorialWorld, slug: string, space: string) {
    await this.tutorial.cub.units.delete(this.tutorial.names.full(space), [slug]);
  },
);

Then(
  'the space {space} holds the units {string} and {string}',
  async function (this: TutorialWorld, space: string, first: string, second: string) {
    const hub = await this.hub();
    const inside = hub.units.filter((unit) => unit.space === this.tutorial.names.full(space));
    deepEqual(inside.map(({ slug }) => slug).sort(), [first, second].sort());
  },
);

Then(
  '{service} in {space} holds a Deployment and a Service',
  async function (this: TutorialWorld, service: string, space: string) {
    const { data } = await this.unit(space, service);
    deepEqual(
      objectsIn(data).map(({ kind, metadata }) => `${kind} ${metadata?.name}`),
      [`Deployment ${service}`, `Service ${service}`],
    );
  },
);

Then(
  '{service} in {space} has {int} replica(s) in ConfigHub',
  async function (this: TutorialWorld, service: string, space: string, replicas: number) {
    equal(serviceConfig((await this.unit(space, service)).data).replicas, replicas);
  },
);

Then(
  '{service} in {space} has the placeholder as its namespace',
  async function (this: TutorialWorld, service: string, space: string) {
    equal(serviceConfig((await this.unit(space, service)).data).namespace, PLACEHOLDER);
  },
);

Then('no placeholder is left in {space}', async function (this: TutorialWorld, space: string) {
  const hub = await this.hub();
  const inside = hub.units.filter((unit) => unit.space === this.tutorial.names.full(space));
  ok(inside.length > 0, `${space} holds no units`);
  deepEqual(
    inside.filter(({ data }) => data.includes(PLACEHOLDER)).map(({ slug }) => slug),
    [],
  );
});

Then(
  "every unit of {space} has that worker's cluster as its target",
  async function (this: TutorialWorld, space: string) {
    const { cub, names } = this.tutorial;
    const targets = await cub.targets.list(names.full(space));
    const ours = targets.filter(({ worker }) => worker === names.worker(names.full(space)));
    const hub = await this.hub();
    for (const unit of hub.units.filter((unit) => unit.space === names.full(space))) {
      ok(
        ours.some(({ slug }) => slug === unit.target),
        `${unit.slug} has target ${unit.target ?? 'none'}`,
      );
    }
  },
);

Then(
  '{service} in {space} reads exactly as its manifest',
  async function (this: TutorialWorld, service: Service, space: string) {
    equal((await this.unit(space, service)).data, readFileSync(manifestOf[service], 'utf8'));
  },
);

Then('{string} in {space} has no target', async function (this: TutorialWorld, slug: string, space: string) {
  equal((await this.unit(space, slug)).target, undefined);
});
