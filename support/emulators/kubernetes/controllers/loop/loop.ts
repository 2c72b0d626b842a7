import type { Cancel, Clock } from '../../clock/clock';
import { ApiError, isRefusal } from '../../status/api-error';
import type { StoreEvent } from '../../store/cluster-store';
import { backoff } from './backoff';
import type { ClusterReader, Controller, Decision, Key } from './controller';
import type { Effects } from './effects';
import { createMoments } from './moments';
import { WorkQueue, workId } from './queue';

/** What the loop works with. */
export interface LoopOptions {
  reader: ClusterReader & { subscribe(listener: (event: StoreEvent) => void): () => void };
  controllers: Controller[];
  effects: Effects;
  clock: Clock;
  /** A fresh suffix for a generated name. */
  suffix: () => string;
  log: (line: string) => void;
  /** Calls back soon, after what is going on now; `setImmediate` by default. */
  soon?: (callback: () => void) => void;
}

/** The loop that drives the controllers. */
export interface Loop {
  /** Forgets all waits and looks at everything again. */
  resync(): void;
  /** Ends: nothing is decided afterwards. */
  stop(): void;
}

/** Work done in one go before requests are let in between, in decisions. */
const SLICE = 100;

/**
 * Drives controllers from the store's events: each event queues the keys that it concerns, each key waits in the queue
 * once, each decision is carried out at once. A refused decision is tried again after a growing wait, so no event is
 * lost; everything is looked at once at the start and after a resync.
 */
export function startLoop({
  reader,
  controllers,
  effects,
  clock,
  suffix,
  log,
  soon = setImmediate,
}: LoopOptions): Loop {
  const queue = new WorkQueue<Controller>();
  const moments = createMoments(clock);
  const waits = new Map<string, Cancel>();
  const failures = new Map<string, number>();
  let awake = false;
  let stopped = false;

  function wake(): void {
    if (awake || stopped || queue.size === 0) return;
    awake = true;
    soon(() => {
      awake = false;
      for (let done = 0; done < SLICE && !stopped; done++) {
        const work = queue.take();
        if (!work) return;
        look(work.worker, work.key);
      }
      wake();
    });
  }

  function ask(controller: Controller, key: Key): void {
    queue.add(controller, key);
    wake();
  }

  function again(controller: Controller, key: Key, milliseconds: number): void {
    const id = workId(controller, key);
    waits.get(id)?.();
    const cancel = clock.after(milliseconds, () => {
      waits.delete(id);
      ask(controller, key);
    });
    waits.set(id, cancel);
  }

  function look(controller: Controller, key: Key): void {
    const id = workId(controller, key);
    try {
      const decision = decide(controller, key);
      carryOut(decision);
      failures.delete(id);
      if (decision.again !== undefined) again(controller, key, decision.again);
    } catch (error) {
      refusedWith(controller, key, error);
    }
  }

  function decide(controller: Controller, key: Key, refused?: string): Decision {
    return controller.decide(key, reader, { now: clock.now(), moments, refused, suffix });
  }

  function carryOut(decision: Decision): void {
    for (const change of decision.changes) effects.carryOut(change);
  }

  function refusedWith(controller: Controller, key: Key, error: unknown): void {
    if (isInEndingNamespace(error)) return;
    const id = workId(controller, key);
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    if (!(error instanceof ApiError))
      log(`controller ${id} broke: ${error instanceof Error ? error.stack : error}`);
    else if (!PASSING.some((reason) => isRefusal(error, reason))) tellRefusal(controller, key, error.message);
    again(controller, key, backoff(count, { first: 5, longest: 60_000 }));
  }

  function tellRefusal(controller: Controller, key: Key, refused: string): void {
    log(`controller ${workId(controller, key)}: refused: ${refused}`);
    try {
      carryOut(decide(controller, key, refused));
    } catch (error) {
      log(`controller ${workId(controller, key)}: the refusal could not be told: ${String(error)}`);
    }
  }

  const unsubscribe = reader.subscribe((event) => {
    for (const controller of controllers) {
      for (const key of controller.concerns(event, reader)) ask(controller, key);
    }
  });

  function askAll(): void {
    for (const controller of controllers) for (const key of controller.all(reader)) ask(controller, key);
  }

  function forget(): void {
    queue.clear();
    for (const cancel of waits.values()) cancel();
    for (const memory of [waits, failures, moments]) 'clear' in memory ? memory.clear() : memory.forget();
  }

  askAll();
  return {
    resync() {
      forget();
      askAll();
    },
    stop() {
      stopped = true;
      unsubscribe();
      forget();
    },
  };
}

/** Whether nothing can be made any more because the namespace is on its way out: there is nothing to try again. */
function isInEndingNamespace(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.details?.causes ?? []).some(({ reason }) => reason === 'NamespaceTerminating')
  );
}

/** Refusals that only mean that something else changed in between: looking again is all there is to do. */
const PASSING = ['Conflict', 'NotFound', 'AlreadyExists'];
