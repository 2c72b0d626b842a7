import { Given } from '@cucumber/cucumber';
import { loseWorker } from '../support/tutorial/lose-worker';
import { createFirstSpaceOnly } from '../support/tutorial/set-up/stage-1';
import type { TutorialWorld } from '../support/world';

Given('nothing of MicroTraderX exists yet', function (this: TutorialWorld) {
  return this.startFrom('empty');
});

Given('stage {int} is set up', function (this: TutorialWorld, stage: number) {
  return this.startFrom(`stage-${stage}-set-up`);
});

Given('stage {int} is running', function (this: TutorialWorld, stage: number) {
  return this.startFrom(`stage-${stage}-running`);
});

Given('the three regions are running', function (this: TutorialWorld) {
  return this.startFrom('stage-3-running');
});

Given('the three regions are running behind guard rails', function (this: TutorialWorld) {
  return this.startFrom('rails-up');
});

Given('the regions and their rehearsals are running', function (this: TutorialWorld) {
  return this.startFrom('rehearsals-running');
});

Given('the space traderx holds reference-data, and no worker', async function (this: TutorialWorld) {
  await this.startFrom('empty');
  await createFirstSpaceOnly(this.tutorial);
  this.rememberNow();
});

Given('the worker of traderx has lost its connection', async function (this: TutorialWorld) {
  await this.startFrom('stage-1-set-up');
  await loseWorker(this.tutorial, this.tutorial.names.hello);
  this.rememberNow();
  this.tutorial.patience = 1_000;
});
