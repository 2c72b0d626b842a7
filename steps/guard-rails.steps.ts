import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { setVersion } from '../support/scenario/edits';
import { isHeldBackBy, namesGate, railsOf } from '../support/scenario/held-back';
import { cloneOnceMore, leaveNamespaceOpen } from '../support/scenario/unfinished';
import { giveSetting } from '../support/tutorial/edit';
import { applyAsOne } from '../support/tutorial/rails/apply-as-one';
import { approversOf, approveWaiting } from '../support/tutorial/rails/approve';
import { putUpRails } from '../support/tutorial/rails/put-up';
import type { Region } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

Given(
  '{service} has been cloned from the base into {region} once more, as {string}',
  function (this: TutorialWorld, service: string, region: Region, slug: string) {
    return this.given(`${service} has been cloned from the base into ${region} once more as ${slug}`, () =>
      cloneOnceMore(this.tutorial, service, { space: this.tutorial.names.place(region), slug }),
    );
  },
);

Given('the changes of production have been approved', function (this: TutorialWorld) {
  return this.given('the changes of production have been approved', () => approveWaiting(this.tutorial));
});

Given('{region} demands two approvals', function (this: TutorialWorld, region: Region) {
  return this.given(`${region} demands two approvals`, async () => {
    const { cub, names } = this.tutorial;
    const space = names.place(region);
    await cub.triggers.create({ space, slug: 'two-approvals', call: ['is-approved', '2'], warns: false });
  });
});

Given(
  'the rail {string} of {region} has been taken down',
  function (this: TutorialWorld, rail: string, region: Region) {
    return this.given(`the rail ${rail} of ${region} has been taken down`, async () => {
      await this.tutorial.cub.triggers.delete(this.tutorial.names.place(region), [rail]);
    });
  },
);

When(
  '{string} is linked to the namespace of {region}',
  async function (this: TutorialWorld, from: string, region: Region) {
    const { cub, names } = this.tutorial;
    const to = { to: names.namespaceUnit(region), toSpace: names.infra };
    await cub.links.create({ space: names.place(region), slug: `${from}-ns`, from, ...to });
  },
);

When(
  '{service} in {region} chooses the {word} {string}',
  async function (this: TutorialWorld, service: string, region: Region, setting: string, value: string) {
    const unit = { space: this.tutorial.names.place(region), service };
    await giveSetting(this.tutorial, unit, setting, value, { protect: true });
  },
);

When(
  '{service} in {region} gets the image version {string}',
  function (this: TutorialWorld, service: string, region: Region, version: string) {
    return setVersion(this.tutorial, { space: this.tutorial.names.place(region), service }, version);
  },
);

When(
  'somebody leaves the namespace of {service} in {region} open',
  function (this: TutorialWorld, service: string, region: Region) {
    return leaveNamespaceOpen(this.tutorial, { space: this.tutorial.names.place(region), service });
  },
);

When('the changes of production are approved', function (this: TutorialWorld) {
  return this.act(() => approveWaiting(this.tutorial));
});

When(
  '{service} in {region} is approved twice by the same person',
  async function (this: TutorialWorld, service: string, region: Region) {
    const { cub, names } = this.tutorial;
    const unit = { space: names.place(region), units: [service] };
    await cub.units.approve(unit);
    await cub.units.approve(unit);
  },
);

When('the learner tries to apply production as one', function (this: TutorialWorld) {
  return this.attempt(() => applyAsOne(this.tutorial));
});

When('the rails are put up again', function (this: TutorialWorld) {
  return putUpRails(this.tutorial);
});

Then('the learner is told of the gate {string}', function (this: TutorialWorld, rail: string) {
  namesGate(this.message, rail);
});

Then(
  'the roll-out has not begun, because of the gate {string}',
  function (this: TutorialWorld, rail: string) {
    const { outcome } = this.notes;
    deepEqual([outcome?.arrived, outcome?.begun], [false, false]);
    for (const { message } of outcome?.failures ?? []) namesGate(message, rail);
  },
);

Then(
  '{string} in {space} is held back by {string} alone',
  async function (this: TutorialWorld, slug: string, space: string, rail: string) {
    isHeldBackBy(await this.unit(space, slug), [rail]);
  },
);

Then(
  '{string} in {space} is held back by {string} and {string}',
  async function (this: TutorialWorld, slug: string, space: string, one: string, other: string) {
    isHeldBackBy(await this.unit(space, slug), [one, other]);
  },
);

Then(
  '{string} in {space} is not held back',
  async function (this: TutorialWorld, slug: string, space: string) {
    isHeldBackBy(await this.unit(space, slug), []);
  },
);

Then(
  '{string} in {space} is not held back by {string}',
  async function (this: TutorialWorld, slug: string, space: string, rail: string) {
    const { gates } = await this.unit(space, slug);
    ok(!railsOf(gates).includes(rail), `it is held back by ${gates.join(', ')}`);
  },
);

Then(
  'exactly {string} in {space} is held back',
  async function (this: TutorialWorld, slug: string, space: string) {
    const { units } = await this.hub();
    deepEqual(
      units.filter(({ gates }) => gates.length > 0).map((unit) => `${unit.space}/${unit.slug}`),
      [`${this.tutorial.names.full(space)}/${slug}`],
    );
  },
);

Then(
  'it is told by name who approved {string} in {space}',
  async function (this: TutorialWorld, slug: string, space: string) {
    const approvers = await approversOf(this.tutorial, await this.unit(space, slug));
    const history = await this.tutorial.cub.revisions.list(this.tutorial.names.full(space), slug);
    const learner = history.at(-1)?.user;
    notEqual(learner, '');
    deepEqual(approvers, [learner]);
  },
);

Then(
  'nobody has approved {string} in {space}',
  async function (this: TutorialWorld, slug: string, space: string) {
    deepEqual((await this.unit(space, slug)).approvers, []);
  },
);

Then(
  'the learner is warned of {string} at {string} in {space}',
  async function (this: TutorialWorld, rail: string, slug: string, space: string) {
    deepEqual(railsOf((await this.unit(space, slug)).warnings), [rail]);
  },
);

Then(
  'the learner is not warned at {string} in {space}',
  async function (this: TutorialWorld, slug: string, space: string) {
    equal((await this.unit(space, slug)).warnings.join(), '');
  },
);
