import type { Pickle } from '@cucumber/messages';
import { type Placed, placeOf } from '../report/model/ids';

/** The turns of the run that this process hands out, if it does. */
let turns: Turns | undefined;

/** Has the scenarios of the next run shared out among so many processes. */
export function takeTurns(plan: readonly Placed[], processes: number): void {
  turns = new Turns(plan.map(placeOf), processes);
}

/** Cucumber's question: whether a process that is free begins with a scenario while others are at these. */
export function mayBegin(pickle: Pickle, running: readonly Pickle[]): boolean {
  return turns?.begins(placeOfPickle(pickle), running.map(placeOfPickle)) ?? true;
}

function placeOfPickle({ uri, location }: Pickle): string {
  return placeOf({ uri, line: location?.line ?? 0 });
}

/**
 * Which process of a run goes on with which scenario. The scenarios of a feature stay in one process as long as there are
 * others to do: they begin at the same starting points, and a process goes the way to each of these once.
 */
export class Turns {
  private readonly queues: string[][];
  private readonly processOf = new Map<string, number>();

  /** @param plan the places of all scenarios, in the order in which a single process would go through them */
  constructor(plan: readonly string[], processes: number) {
    this.queues = Array.from({ length: processes }, () => []);
    for (const scenarios of byFeature(plan).sort((a, b) => b.length - a.length))
      this.queues.reduce(shorter).push(...scenarios);
  }

  /**
   * Whether a process that is free begins with this scenario; if so, it counts as begun. A process whose own scenarios
   * are all begun takes over the last one of who has most to do.
   *
   * @param running what the other processes are at
   */
  begins(scenario: string, running: readonly string[]): boolean {
    const waits = this.queues.some((queue) => queue.includes(scenario));
    if (!waits) return true;
    const busy = new Set(running.map((other) => this.processOf.get(other)));
    const free = this.queues.findIndex((_, process) => !busy.has(process));
    const own = this.queues[free] ?? [];
    const fullest = this.queues.reduce(longer);
    if (scenario !== (own[0] ?? fullest.at(-1))) return false;
    if (own.length > 0) own.shift();
    else fullest.pop();
    this.processOf.set(scenario, free);
    return true;
  }
}

function byFeature(plan: readonly string[]): string[][] {
  const features = new Map<string, string[]>();
  for (const place of plan) {
    const feature = place.slice(0, place.lastIndexOf(':'));
    features.set(feature, [...(features.get(feature) ?? []), place]);
  }
  return [...features.values()];
}

function shorter(a: string[], b: string[]): string[] {
  return b.length < a.length ? b : a;
}

function longer(a: string[], b: string[]): string[] {
  return b.length > a.length ? b : a;
}
