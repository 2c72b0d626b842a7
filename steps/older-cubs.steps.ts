import { Given } from '@cucumber/cucumber';
import type { TutorialWorld } from '../support/world';

Given('a command line without change sets that lock', function (this: TutorialWorld) {
  return this.useOlderCub(['apply', 'merge', 'dry-run', 'restore-named']);
});

Given('a command line without merging between units', function (this: TutorialWorld) {
  return this.useOlderCub(['apply', 'changeset-lock', 'dry-run', 'restore-named']);
});
