import { checkpointRoutes } from './checkpoints/routes';
import { infoRoutes } from './info/routes';
import { operationRoutes } from './operations/routes';
import { organizationRoutes } from './organizations/routes';
import type { Route } from './routing/route';
import { signInRoutes } from './sign-in/routes';
import { spaceRoutes } from './spaces/routes';
import { targetRoutes } from './targets/routes';
import { unitEventRoutes } from './unit-events/routes';
import { unitRoutes } from './units/routes';
import { workerRoutes } from './workers/routes';

/** Everything that the hub answers. */
export const routes: Route[] = [
  ...infoRoutes,
  ...signInRoutes,
  ...organizationRoutes,
  ...spaceRoutes,
  ...unitRoutes,
  ...operationRoutes,
  ...unitEventRoutes,
  ...targetRoutes,
  ...workerRoutes,
  ...checkpointRoutes,
];
