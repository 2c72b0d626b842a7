import { deepEqual, equal, ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { bothHave, bothRunWith } from '../support/scenario/both-services';
import {
  brokenTokyoFeed,
  closingHours,
  tokyoFeed,
  tokyoSettings,
} from '../support/tutorial/change-sets/atomic-change';
import { edit, editAll, openChange } from '../support/tutorial/change-sets/open';
import { recover } from '../support/tutorial/change-sets/recover';
import {
  rollOutAtomically,
  takeBack,
  updateAtomically,
} from '../support/tutorial/change-sets/update-atomically';
import { wayOf } from '../support/tutorial/change-sets/way';
import type { TutorialWorld } from '../support/world';

const change = (name: string) => (name === 'Tokyo feed' ? tokyoFeed : closingHours);

const roll = (world: TutorialWorld, what: typeof tokyoFeed): Promise<void> =>
  world.act(async () => {
    world.notes.outcome = await updateAtomically(world.tutorial, what);
    if (world.notes.recorder) world.notes.settledAt = await world.notes.recorder.now();
  });

Given('a change set is open on both services in all regions', function (this: TutorialWorld) {
  return this.given(`a change set is open on both services in all regions`, async () => {
    await openChange(this.tutorial, tokyoFeed);
  });
});

Given(
  'a change set has been opened and closed on both services in all regions',
  function (this: TutorialWorld) {
    return this.given(`a change set has been opened and closed on both services in all regions`, async () => {
      await openChange(this.tutorial, tokyoFeed);
      await wayOf(this.tutorial).close(this.tutorial, tokyoFeed);
    });
  },
);

Given('a run was broken off after it had opened the change set', async function (this: TutorialWorld) {
  await openChange(this.tutorial, tokyoFeed);
});

Given('a run was broken off after it had changed reference-data', async function (this: TutorialWorld) {
  await this.lookBefore();
  await openChange(this.tutorial, tokyoFeed);
  await edit(this.tutorial, tokyoFeed, 0);
});

When('the broken run is taken back', function (this: TutorialWorld) {
  return recover(this.tutorial, tokyoFeed);
});

When('the Tokyo feed is prepared in a change set', function (this: TutorialWorld) {
  return this.act(async () => {
    await openChange(this.tutorial, tokyoFeed);
    await editAll(this.tutorial, tokyoFeed);
  });
});

When(
  /^the (Tokyo feed|closing hours) (?:is|are) rolled out atomically$/,
  function (this: TutorialWorld, name: string) {
    return roll(this, change(name));
  },
);

Given('the Tokyo feed waits in a closed change set', async function (this: TutorialWorld) {
  await openChange(this.tutorial, tokyoFeed);
  await editAll(this.tutorial, tokyoFeed);
  await wayOf(this.tutorial).close(this.tutorial, tokyoFeed);
});

When('the closed change set is rolled out', async function (this: TutorialWorld) {
  this.notes.outcome = await rollOutAtomically(this.tutorial, tokyoFeed);
});

Given('the Tokyo feed has been rolled out atomically', function (this: TutorialWorld) {
  return roll(this, tokyoFeed);
});

When(
  'a Tokyo feed whose trade-service has an image that does not exist is rolled out atomically',
  function (this: TutorialWorld) {
    return roll(this, brokenTokyoFeed);
  },
);

Given(
  'a Tokyo feed with an image that does not exist has been taken back',
  async function (this: TutorialWorld) {
    await roll(this, brokenTokyoFeed);
    equal(this.notes.outcome?.arrived, false);
  },
);

When(/^the (Tokyo feed|closing hours) (?:is|are) taken back$/, function (this: TutorialWorld, name: string) {
  return takeBack(this.tutorial, change(name));
});

Then('the whole change has arrived', function (this: TutorialWorld) {
  deepEqual(this.notes.outcome, { arrived: true, begun: true, failures: [] });
});

Then('the change has not arrived', function (this: TutorialWorld) {
  equal(this.notes.outcome?.arrived, false);
});

Then('the learner is told which units failed', function (this: TutorialWorld) {
  const failures = this.notes.outcome?.failures ?? [];
  deepEqual([...new Set(failures.map(({ unit }) => unit.slug))], ['trade-service']);
  ok(
    failures.every(({ message }) => message !== ''),
    'no reason is given',
  );
});

Then('both services have the Tokyo feed in every region in ConfigHub', async function (this: TutorialWorld) {
  bothHave(this.tutorial, await this.hub(), tokyoSettings);
});

Then('both services run with the Tokyo feed in every region', async function (this: TutorialWorld) {
  await bothRunWith(this.tutorial, tokyoSettings);
});

Then('no change set is left open', async function (this: TutorialWorld) {
  equal(await wayOf(this.tutorial).leftOpen(this.tutorial, tokyoFeed), false);
  deepEqual(
    (await this.hub()).units.filter(({ changeSetId }) => changeSetId).map(({ slug }) => slug),
    [],
  );
});
