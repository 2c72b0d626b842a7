import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock';
import type { Container, Pod } from '../controllers/objects/pod';
import { catalog, type Pull, pullImage } from '../images/catalog';
import type { Image, RunningProgram } from '../images/model';
import type { ClusterStore } from '../store/cluster-store';
import { PodAddresses } from './addresses';
import { answerOn } from './answer';
import { resolveEnvironment } from './environment/resolve';
import type { Facts, PullResult } from './lifecycle/model';
import { TIMING } from './lifecycle/timing';
import { checkProbe } from './probe-check';
import { mountProblem } from './volumes';

/** What all pods of the node share: addresses, the images that were pulled, and a view of the cluster. */
export class NodeMachine {
  readonly addresses = new PodAddresses();
  readonly #pulled = new Set<string>();

  constructor(
    private readonly store: Pick<ClusterStore, 'get'>,
    private readonly clock: Clock,
    private readonly images: readonly Image[] = catalog,
  ) {}

  /** What came of looking an image up. */
  lookUp(image: string): Pull {
    return pullImage(image, this.images);
  }

  /** Notes that an image is on the node. */
  keep(image: string): void {
    this.#pulled.add(image);
  }

  /** The facts for a step of a pod whose containers run these programs. */
  factsFor(pod: Pod, podIP: () => string, programs: () => Iterable<RunningProgram>): Facts {
    const { namespace = '' } = pod.metadata;
    const lookup = (kind: 'Secret' | 'ConfigMap', name: string) =>
      this.store.get(kind === 'Secret' ? 'secrets' : 'configmaps', name, namespace);
    const get = { method: 'GET', query: '' };
    return {
      now: this.clock.now(),
      mount: () => mountProblem(pod, lookup),
      takeAddress: () => this.addresses.take(),
      isPresent: (image) => this.#pulled.has(image),
      pull: ({ image }) => this.#pull(image),
      environment: (container, ip) => resolveEnvironment(pod, container, ip, lookup),
      freshContainerID: () => `containerd://${randomBytes(32).toString('hex')}`,
      probe: (container: Container, probe) =>
        checkProbe(container, probe, podIP(), (port, path) => answerOn(programs(), port, { ...get, path })),
      elapsed: (stamp) => this.clock.elapsed(Date.parse(stamp)),
    };
  }

  #pull(image: string): PullResult {
    const pull = this.lookUp(image);
    if ('problem' in pull) return pull;
    const took = this.#pulled.has(image) ? TIMING.pullPresent : TIMING.pull;
    this.#pulled.add(image);
    return { image: pull.full, took };
  }
}
