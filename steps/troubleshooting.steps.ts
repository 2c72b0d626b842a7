import { doesNotMatch, match } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { setVersion } from '../support/scenario/edits';
import { loseNamespace } from '../support/scenario/running';
import { rollOut } from '../support/tutorial/deploy/roll-out';
import { describeCause } from '../support/tutorial/diagnosis/causes';
import { causesOfFailure, causesOfFindings } from '../support/tutorial/diagnosis/diagnose';
import { giveSetting } from '../support/tutorial/edit';
import { loseWorker } from '../support/tutorial/lose-worker';
import type { Region } from '../support/tutorial/regions';
import { stage } from '../support/tutorial/stages';
import { validateStage } from '../support/tutorial/validate/stage';
import type { TutorialWorld } from '../support/world';

Given(
  'the learner has cleared the target of {string} in {space}',
  function (this: TutorialWorld, slug: string, space: string) {
    return this.tutorial.cub.units.clearTarget(this.tutorial.names.full(space), slug);
  },
);

Given(
  'the learner has changed {string} in {space} and applied nothing',
  async function (this: TutorialWorld, service: string, space: string) {
    const unit = { space: this.tutorial.names.full(space), service };
    await giveSetting(this.tutorial, unit, 'LOG_LEVEL', 'debug');
  },
);

Given(
  'the learner has rolled out a version of {service} that does not exist',
  async function (this: TutorialWorld, service: string) {
    const { tutorial } = this;
    const space = tutorial.names.hello;
    await setVersion(tutorial, { space, service }, 'no-such-version');
    await rollOut(tutorial, { space, units: [service] });
  },
);

Given('the worker of the regions is gone', function (this: TutorialWorld) {
  return loseWorker(this.tutorial, this.tutorial.names.infra);
});

Given('somebody has deleted the namespace of {region}', function (this: TutorialWorld, region: Region) {
  return loseNamespace(this.tutorial, this.tutorial.names.place(region));
});

Given('the base trades with the new algorithm, and nothing was pushed', async function (this: TutorialWorld) {
  const unit = { space: this.tutorial.names.base, service: 'trade-service' };
  await giveSetting(this.tutorial, unit, 'TRADING_ALGORITHM', 'v2');
});

When('the learner validates stage {int}', async function (this: TutorialWorld, number: number) {
  const { tutorial } = this;
  const findings = await validateStage(tutorial, stage(number));
  this.notes.causes = await causesOfFindings(tutorial, findings, number);
});

Then('the diagnosis is that {string}', function (this: TutorialWorld, because: string) {
  match(this.notes.causes?.map(describeCause).join('\n') ?? '', named(this, because));
});

Then('it advises to {string}', function (this: TutorialWorld, todo: string) {
  match(this.notes.causes?.map((cause) => cause.todo).join('\n') ?? '', named(this, todo));
});

Then('the diagnosis of the failure is that {string}', async function (this: TutorialWorld, because: string) {
  this.notes.causes = await causesOfFailure(this.tutorial, this.message);
  match(this.notes.causes.map(describeCause).join('\n'), named(this, because));
});

Then('it names the gate {string}', function (this: TutorialWorld, gate: string) {
  match(this.notes.causes?.map(({ because }) => because).join('\n') ?? '', new RegExp(`\\b${gate}\\b`));
});

Then('nobody is said to have changed the cluster', function (this: TutorialWorld) {
  doesNotMatch(this.notes.causes?.map(describeCause).join('\n') ?? '', /behind ConfigHub's back/);
});

/** What is said, with the names that things have in this run. */
function named({ tutorial: { names } }: TutorialWorld, words: string): RegExp {
  const ours = words.replaceAll(/(?<![/\w-])traderx/g, names.hello);
  return new RegExp(ours.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
