import type { Region, Rehearsal } from './regions';

/** A place that runs the services: a region, or where changes are rehearsed. */
export type Place = Region | Rehearsal;

/** The label `Project` of all our spaces. */
export const PROJECT = 'microtraderx';

/** What everything is called; each name carries the prefix of the run, if there is one. */
export class Names {
  constructor(readonly prefix = '') {}

  /** The space of stages 1 and 2, also the name of its namespace. */
  get hello(): string {
    return this.full('traderx');
  }

  /** The space whose units all regions are cloned from. */
  get base(): string {
    return this.full('traderx-base');
  }

  /** The space of namespaces and of the worker. */
  get infra(): string {
    return this.full('traderx-infra');
  }

  /** An environment of stage 2: `dev`, `staging`, `prod`. */
  environment(name: string): string {
    return this.full(`traderx-${name}`);
  }

  /** The space of a place, also the name of its namespace. */
  place(place: Place): string {
    return this.full(place === 'dev' || place === 'staging' ? `traderx-${place}` : `traderx-prod-${place}`);
  }

  /** The unit, in the infra space, that holds a place's namespace. */
  namespaceUnit(place: Place): string {
    return `ns-${place}`;
  }

  /** The worker that serves a space; it runs in a namespace of the same name. */
  worker(space: string): string {
    return `${space}-worker`;
  }

  /** The space of the worker that carries a space's units to the cluster. */
  workerSpace(space: string): string {
    return [this.hello, this.environment('prod')].includes(space) ? this.hello : this.infra;
  }

  /** Chooses our units in a `--where`, and nobody else's: by the names of their spaces and by our label. */
  get ours(): string {
    return `Space.Slug LIKE '${this.full('traderx')}%' AND Space.Labels.Project = '${PROJECT}'`;
  }

  /** The same for spaces. */
  get ourSpaces(): string {
    return `Slug LIKE '${this.full('traderx')}%' AND Labels.Project = '${PROJECT}'`;
  }

  full(name: string): string {
    return `${this.prefix}${name}`;
  }

  /** A full name as the tutorial calls it: without the prefix. */
  plain(name: string): string {
    return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name;
  }
}
