import type { Registry } from '../registry/registry';
import { definitionOf } from '../resources/lookup';
import { GarbageCollector } from './garbage-collector';
import { Later } from './later';
import { NamespaceLifecycle } from './namespaces';

/** What the server does by itself after changes: garbage collection and the life of namespaces. */
export interface Lifecycle {
  /** The store was replaced: looks at everything again. */
  resync(): void;
  /** Gives every namespace at once what each has, for a new cluster. */
  furnishNow(): void;
  /** Ends it; nothing is written afterwards. */
  stop(): void;
}

/**
 * Starts to watch over the store, and takes up what was left unfinished.
 *
 * @param ca the certificate authority, PEM, that each namespace is given
 */
export function startLifecycle(registry: Registry, now: () => Date, ca: string): Lifecycle {
  const later = new Later();
  const collector = new GarbageCollector(registry, later);
  const namespaces = new NamespaceLifecycle(registry, later, now, ca);
  const unsubscribe = registry.subscribe((event) => {
    const definition = definitionOf(event.resource);
    collector.observe(event, definition);
    namespaces.observe(event, definition);
  });
  const resync = (): void => {
    later.clear();
    collector.rebuild();
    namespaces.rebuild();
  };
  resync();
  return {
    resync,
    furnishNow() {
      for (const { metadata } of registry.list('namespaces')) namespaces.furnish(metadata.name);
    },
    stop() {
      unsubscribe();
      later.stop();
    },
  };
}
