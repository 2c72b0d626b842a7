import { equal } from 'node:assert/strict';
import { Then, When } from '@cucumber/cucumber';
import { serviceConfig } from '../support/tutorial/config';
import type { Region } from '../support/tutorial/regions';
import { PLACEHOLDER } from '../support/tutorial/services';
import type { TutorialWorld } from '../support/world';

When(
  'the namespace of {region} is renamed to {string}',
  async function (this: TutorialWorld, region: Region, name: string) {
    const { cub, names } = this.tutorial;
    await cub.functions.call({
      on: { space: names.infra, units: [names.namespaceUnit(region)] },
      call: ['set-string-path', 'v1/Namespace', 'metadata.name', names.full(name)],
      why: `The namespace is called ${name} from now on`,
    });
  },
);

When(
  'the learner links {string} to {string} in {space}',
  async function (this: TutorialWorld, from: string, to: string, space: string) {
    const { cub, names } = this.tutorial;
    const here = names.full(space);
    await cub.links.create({ space: here, slug: `${from}-to-${to}`, from, to, toSpace: here });
  },
);

When(
  'the learner tries to link {string} to {string} in {space}',
  function (this: TutorialWorld, from: string, to: string, space: string) {
    const { cub, names } = this.tutorial;
    const link = { space: names.full(space), slug: `${from}-to-${to}`, from, to, toSpace: names.infra };
    return this.attempt(() => cub.links.create(link));
  },
);

Then(
  '{service} in {space} belongs to the namespace of {space}',
  async function (this: TutorialWorld, service: string, space: string, namespace: string) {
    const { data } = await this.unit(space, service);
    equal(serviceConfig(data).namespace, this.tutorial.names.full(namespace));
  },
);

Then(
  '{service} in {space} belongs to the namespace {string}',
  async function (this: TutorialWorld, service: string, space: string, namespace: string) {
    const { data } = await this.unit(space, service);
    equal(serviceConfig(data).namespace, this.tutorial.names.full(namespace));
  },
);

Then(
  '{string} in {space} still has the placeholder as its namespace',
  async function (this: TutorialWorld, slug: string, space: string) {
    equal(serviceConfig((await this.unit(space, slug)).data).namespace, PLACEHOLDER);
  },
);
