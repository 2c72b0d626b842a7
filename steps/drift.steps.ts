import { notDeepEqual } from 'node:assert/strict';
import { Given } from '@cucumber/cucumber';
import { scaleByHand } from '../support/scenario/running';
import type { Region } from '../support/tutorial/regions';
import { stage } from '../support/tutorial/stages';
import type { TutorialWorld } from '../support/world';

Given(
  'somebody has scaled {service} in {region} to {int} replicas, and it was noticed',
  async function (this: TutorialWorld, service: string, region: Region, replicas: number) {
    await scaleByHand(this.tutorial, this.tutorial.names.place(region), service, replicas);
    notDeepEqual(await stage(3).validate(this.tutorial), []);
  },
);
