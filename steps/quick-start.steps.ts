import { deepEqual } from 'node:assert/strict';
import { Then, When } from '@cucumber/cucumber';
import { kinds } from '../support/cluster/kinds';
import { REGIONS } from '../support/tutorial/regions';
import { removeEverything } from '../support/tutorial/remove-everything';
import { stage } from '../support/tutorial/stages';
import type { TutorialWorld } from '../support/world';

When('the learner jumps to stage {int}', async function (this: TutorialWorld, number: number) {
  await stage(number).setUp(this.tutorial);
  await stage(number).deploy(this.tutorial);
});

When('the learner takes the quick demo', async function (this: TutorialWorld) {
  await stage(1).setUp(this.tutorial);
  await stage(1).deploy(this.tutorial);
});

When('everything is removed', function (this: TutorialWorld) {
  return removeEverything(this.tutorial);
});

Then('no space of MicroTraderX is left', async function (this: TutorialWorld) {
  const { cub, names } = this.tutorial;
  deepEqual(await cub.spaces.list(names.ourSpaces), []);
});

Then('the namespaces of MicroTraderX go away', async function (this: TutorialWorld) {
  const { cluster, names } = this.tutorial;
  const places = [...REGIONS.map((region) => names.place(region)), names.infra, names.worker(names.infra)];
  const ours = (name: string | undefined): boolean => places.includes(name ?? '');
  await cluster.become(kinds.namespace, undefined, 'our namespaces to go away', (all) =>
    all.every(({ metadata }) => !ours(metadata?.name)),
  );
});
