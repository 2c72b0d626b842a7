import { Then } from '@cucumber/cucumber';
import { bothReadAsBefore, bothRunAsBefore } from '../support/scenario/both-services';
import type { TutorialWorld } from '../support/world';

Then(
  /^both services have their configuration from (?:before|the beginning) in every region$/,
  async function (this: TutorialWorld) {
    bothReadAsBefore(this.tutorial, await this.hub(), await this.lookBefore());
  },
);

Then(
  /^both services run as (?:before|in the beginning) in every region$/,
  async function (this: TutorialWorld) {
    await bothRunAsBefore(this.tutorial, await this.lookBefore());
  },
);
