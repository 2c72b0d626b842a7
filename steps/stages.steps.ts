import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { namesFinding, noFindings, onlyFindings } from '../support/scenario/findings';
import { deployServices } from '../support/tutorial/deploy/stages';
import { actOut, stage } from '../support/tutorial/stages';
import type { TutorialWorld } from '../support/world';

When('stage {int} is deployed', function (this: TutorialWorld, number: number) {
  return stage(number).deploy(this.tutorial);
});

When('stage {int} is set up and deployed once more', function (this: TutorialWorld, number: number) {
  return this.act(async () => {
    await stage(number).setUp(this.tutorial);
    await stage(number).deploy(this.tutorial);
  });
});

Then('validating stage {int} finds nothing wrong', async function (this: TutorialWorld, number: number) {
  noFindings(await stage(number).validate(this.tutorial));
});

Then('validating stage {int} finds', async function (this: TutorialWorld, number: number, table: DataTable) {
  const expected = table.hashes() as Array<{ what: string; expected: string; found: string }>;
  onlyFindings(await stage(number).validate(this.tutorial), expected, this.tutorial.names);
});

Then(
  'validating stage {int} names {string}',
  async function (this: TutorialWorld, number: number, what: string) {
    namesFinding(await stage(number).validate(this.tutorial), what, this.tutorial.names);
  },
);

Given('stage {int} has been acted out', function (this: TutorialWorld, number: number) {
  return this.startFrom(`stage-${number}-acted`);
});

When(/^stage (\d+) is acted out(?: once more)?$/, function (this: TutorialWorld, number: string) {
  return this.act(() => actOut(this.tutorial, Number(number)));
});

When('the regions are applied', function (this: TutorialWorld) {
  return deployServices(this.tutorial);
});
