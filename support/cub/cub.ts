import { Actions } from './actions';
import type { Capabilities } from './capabilities';
import { ChangeSets } from './change-sets';
import { Filters } from './filters';
import { Functions } from './functions';
import { Links } from './links';
import { Releases } from './releases';
import { Revisions } from './revisions';
import { type CubSettings, createRun } from './run';
import { Spaces } from './spaces';
import { Tags } from './tags';
import { Targets } from './targets';
import { Triggers } from './triggers';
import { Units } from './units';
import { Users } from './users';
import { Workers } from './workers';

/** Drives a `cub` executable, one kind of thing a member. */
export class Cub {
  readonly spaces: Spaces;
  readonly units: Units;
  readonly actions: Actions;
  readonly releases: Releases;
  readonly revisions: Revisions;
  readonly links: Links;
  readonly functions: Functions;
  readonly changeSets: ChangeSets;
  readonly filters: Filters;
  readonly tags: Tags;
  readonly workers: Workers;
  readonly targets: Targets;
  readonly triggers: Triggers;
  readonly users: Users;

  /** @param can what the executable is capable of */
  constructor(
    readonly settings: CubSettings,
    can: Capabilities,
  ) {
    const run = createRun(settings);
    this.spaces = new Spaces(run);
    this.units = new Units(run, can);
    this.actions = new Actions(run);
    this.releases = new Releases(run);
    this.revisions = new Revisions(run);
    this.links = new Links(run);
    this.functions = new Functions(run);
    this.changeSets = new ChangeSets(run);
    this.filters = new Filters(run, this.units.fields);
    this.tags = new Tags(run);
    this.workers = new Workers(run);
    this.targets = new Targets(run);
    this.triggers = new Triggers(run);
    this.users = new Users(run);
  }
}
