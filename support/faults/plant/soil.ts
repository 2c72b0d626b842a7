import type { CubFault, Fault } from '../fault';
import type { Interception } from '../interceptor/exchange';
import type { Upstream } from '../interceptor/forward';
import { Server } from '../server';
import { type Eyes, watched } from './strikes';

/** Where faults take root: it lets all traffic at the fault that is planted at the time. */
export class Soil {
  private atHub: Interception = {};
  private inCluster: Interception = {};
  /** What the planted fault does to the traffic of `cub`, and who watches it. */
  atCub: { fault: CubFault; eyes: Eyes } | undefined;
  readonly hub = passedOn(() => this.atHub);
  readonly cluster = passedOn(() => this.inCluster);

  /** Takes the fault before out, and plants another. */
  plant(fault: Fault, eyes: Eyes, servers: { hub: Upstream; cluster: Upstream }): void {
    const at = (server: Upstream, make: Fault['hub']): Interception =>
      make ? watched(make(new Server(server, eyes.struck)), eyes) : {};
    this.atHub = at(servers.hub, fault.hub);
    this.inCluster = at(servers.cluster, fault.cluster);
    this.atCub = fault.cub && { fault: fault.cub(), eyes };
  }
}

/** An interception that is another one at each time. */
function passedOn(now: () => Interception): Interception {
  return {
    request: (exchange) => now().request?.(exchange),
    reply: (exchange, reply) => now().reply?.(exchange, reply),
    line: (exchange, line) => now().line?.(exchange, line) ?? [line],
  };
}
