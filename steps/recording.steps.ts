import { deepEqual, ok } from 'node:assert/strict';
import { Given, Then } from '@cucumber/cucumber';
import { Recorder } from '../support/cluster/recorder';
import { tornMoments } from '../support/scenario/torn-moments';
import { tokyoSettings } from '../support/tutorial/change-sets/atomic-change';
import { REGIONS } from '../support/tutorial/regions';
import type { TutorialWorld } from '../support/world';

Given('everything that happens in the cluster is recorded', async function (this: TutorialWorld) {
  this.notes.recorder = await Recorder.start(this.tutorial.cluster.connection);
});

Then(
  'no moment after the roll-out had settled shows one service new and the other old',
  async function (this: TutorialWorld) {
    const { recorder, settledAt } = this.notes;
    ok(recorder && settledAt !== undefined, 'nothing was recorded');
    const moments = await recorder.stop();
    ok(
      moments.some(({ version }) => version <= settledAt),
      'nothing happened',
    );
    const namespaces = REGIONS.map((region) => this.tutorial.names.place(region));
    deepEqual(tornMoments(moments, settledAt, namespaces, tokyoSettings), []);
  },
);
