import { inParallel } from '../../cub/in-parallel';
import { serviceConfig } from '../config';
import { lookAtHub } from '../hub';
import { REGIONS } from '../regions';
import { SERVICES, type Service } from '../services';
import type { Tutorial } from '../tutorial';

/** How one service in one region stands, in ConfigHub and in the cluster. */
export interface ServiceStatus {
  space: string;
  service: Service;
  /** Wanted in ConfigHub. */
  replicas: number;
  /** Ready in the cluster. */
  ready: number;
  image: string;
  revision: number;
  /** The newest revision waits to be applied. */
  unapplied: boolean;
  /** The base has something newer. */
  behind: boolean;
}

/** Looks at both services in all regions; regions that do not exist are left out. */
export async function statusEverywhere(tutorial: Tutorial): Promise<ServiceStatus[]> {
  const { names } = tutorial;
  const hub = await lookAtHub(tutorial);
  const places = REGIONS.flatMap((region) =>
    SERVICES.map((service) => ({ space: names.place(region), service })),
  );
  const looks = places.map(({ space, service }) => async (): Promise<ServiceStatus[]> => {
    const unit = hub.find(space, service);
    if (!unit) return [];
    const { replicas, image } = serviceConfig(unit.data);
    const rollout = await tutorial.cluster.rollout(space, service);
    const behind = unit.upstream !== undefined && unit.upstream.revision < unit.upstream.head;
    const unapplied = unit.live < unit.head;
    return [
      { space, service, replicas, ready: rollout?.ready ?? 0, image, revision: unit.head, unapplied, behind },
    ];
  });
  return (await inParallel(looks)).flat();
}
