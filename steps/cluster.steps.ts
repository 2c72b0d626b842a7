import { deepEqual, equal, ok } from 'node:assert/strict';
import { Then } from '@cucumber/cucumber';
import { kinds } from '../support/cluster/kinds';
import { runsWith, tells } from '../support/scenario/running';
import type { TutorialWorld } from '../support/world';

Then(
  '{service} runs with {int} replica(s) in the namespace of {space}',
  async function (this: TutorialWorld, service: string, replicas: number, space: string) {
    await runsWith(this.tutorial, this.tutorial.names.full(space), service, replicas);
  },
);

Then(
  'the cluster runs nothing in the namespace of {space}',
  async function (this: TutorialWorld, space: string) {
    const { cluster, names } = this.tutorial;
    const everything = await Promise.all(
      [kinds.deployment, kinds.service, kinds.pod].map((kind) => cluster.list(kind, names.full(space))),
    );
    deepEqual(
      everything.flat().map(({ kind, metadata }) => `${kind} ${metadata?.name}`),
      [],
    );
  },
);

Then(
  'the cluster names ConfigHub as the owner of {service} in the namespace of {space}',
  async function (this: TutorialWorld, service: string, space: string) {
    const { cluster, names } = this.tutorial;
    const namespace = names.full(space);
    const deployment = await cluster.read({ ...kinds.deployment, name: service, namespace });
    ok(deployment, `there is no Deployment ${service} in ${namespace}`);
    const managers = deployment.metadata?.managedFields?.map(({ manager }) => manager) ?? [];
    ok(managers.includes('confighub'), `its fields belong to ${managers.join(', ')}`);
  },
);

Then(
  '{service} in the namespace of {space} says that its {word} is {string}',
  function (this: TutorialWorld, service: string, space: string, setting: string, value: string) {
    return this.askingServices(async () => {
      equal(await tells(this.tutorial, this.tutorial.names.full(space), service, setting), value);
    });
  },
);
