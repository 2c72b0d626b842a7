import { type DataTable, Then, When } from '@cucumber/cucumber';
import { namesFinding, noFindings, onlyFindings } from '../support/scenario/findings';
import { stage } from '../support/tutorial/stages';
import type { TutorialWorld } from '../support/world';

When('stage {int} is deployed', function (this: TutorialWorld, number: number) {
  return stage(number).deploy(this.tutorial);
});

When('stage {int} is set up and deployed once more', async function (this: TutorialWorld, number: number) {
  await this.lookBefore();
  await stage(number).setUp(this.tutorial);
  await stage(number).deploy(this.tutorial);
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
