import type { Effects } from '../controllers/loop/effects';
import type { Pod } from '../controllers/objects/pod';
import { hasEnded } from '../controllers/pods/pod-facts';
import { createProxy } from '../proxy/proxy';
import { ApiError } from '../status/api-error';
import type { StoreEvent } from '../store/cluster-store';
import type { Kubelet, PodsOptions } from './kubelet-model';
import { openLog } from './logs/open-log';
import { NODE_NAME } from './node';
import { NodeMachine } from './node-machine';
import { PodWorker } from './pod-worker';
import { Programs } from './programs';

/** The node of the embedded cluster. It does nothing before it is started. */
export function createPods({ store, clock, access, log, heard, images }: PodsOptions): Kubelet {
  const workers = new Map<string, PodWorker>();
  const endings = new Set<Promise<void>>();
  const due = new Map<string, { name: string; namespace?: string }>();
  let machine = new NodeMachine(store, clock, images);
  let effects: Effects | undefined;
  let unsubscribe: (() => void) | undefined;

  function ending(over: Promise<void>): void {
    const tracked = over
      .catch((error: unknown) => log(`node: a program did not end well: ${String(error)}`))
      .finally(() => endings.delete(tracked));
    endings.add(tracked);
  }

  function look(pod: Pod): void {
    const { uid, name, namespace } = pod.metadata;
    if (!effects || pod.spec.nodeName !== NODE_NAME) return;
    if (!workers.has(uid) && !hasEnded(pod)) {
      const current = () => {
        const found = store.get<Pod>('pods', name, namespace);
        return found?.metadata.uid === uid ? found : undefined;
      };
      const programs = new Programs({ machine, clock, access, ending, ...(heard && { heard }) });
      workers.set(uid, new PodWorker(pod, { pod: current, machine, programs, clock, effects, log }));
    }
    if (pod.metadata.deletionTimestamp === undefined) return;
    const worker = workers.get(uid);
    if (worker) worker.signal({ is: 'delete' });
    else store.delete('pods', name, namespace, { uid, gracePeriodSeconds: 0 });
  }

  function hear({ resource, type, object }: StoreEvent): void {
    if (resource !== 'pods') return;
    const { uid, name, namespace } = object.metadata;
    if (type === 'DELETED') {
      workers.get(uid)?.forget();
      workers.delete(uid);
      return;
    }
    if (due.size === 0) setImmediate(lookAtDue);
    due.set(uid, { name, namespace });
  }

  function lookAtDue(): void {
    const names = [...due.values()];
    due.clear();
    for (const { name, namespace } of names) {
      const pod = effects && store.get<Pod>('pods', name, namespace);
      if (pod) look(pod);
    }
  }

  function forgetAll(): void {
    for (const worker of workers.values()) worker.forget();
    workers.clear();
    machine = new NodeMachine(store, clock, images);
  }

  function lookAtAll(): void {
    for (const pod of store.list<Pod>('pods')) look(pod);
  }

  return {
    proxy: createProxy(store, (pod, port, request) => workers.get(pod.metadata.uid)?.answer(port, request)),
    log(request) {
      const pod = store.get<Pod>('pods', request.pod, request.namespace);
      if (!pod)
        throw new ApiError(404, 'NotFound', `pods "${request.pod}" not found`, {
          name: request.pod,
          kind: 'pods',
        });
      const worker = workers.get(pod.metadata.uid);
      return openLog(pod, request, (container) => worker?.logs(container) ?? {}, clock.now());
    },
    start(carrier) {
      effects = carrier;
      unsubscribe = store.subscribe(hear);
      lookAtAll();
    },
    restart() {
      forgetAll();
      lookAtAll();
    },
    async stop() {
      unsubscribe?.();
      effects = undefined;
      forgetAll();
      await Promise.all(endings);
    },
  };
}
