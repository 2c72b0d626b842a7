import { changeSetRoutes } from './change-sets/routes';
import { checkpointRoutes } from './checkpoints/routes';
import { filterRoutes } from './filters/routes';
import { functionRoutes } from './function-calls/routes';
import { infoRoutes } from './info/routes';
import { mutationRoutes } from './mutations/routes';
import { operationRoutes } from './operations/routes';
import { organizationRoutes } from './organizations/routes';
import { releaseRoutes } from './releases/routes';
import { revisionRoutes } from './revisions/routes';
import type { Route } from './routing/route';
import { signInRoutes } from './sign-in/routes';
import { spaceRoutes } from './spaces/routes';
import { tagRoutes } from './tags/routes';
import { targetRoutes } from './targets/routes';
import { triggerRoutes } from './triggers/routes';
import { unitEventRoutes } from './unit-events/routes';
import { linkRoutes } from './unit-links/routes';
import { unitRoutes } from './units/routes';
import { workerRoutes } from './workers/routes';

/** Everything that the hub answers. */
export const routes: Route[] = [
  ...infoRoutes,
  ...signInRoutes,
  ...organizationRoutes,
  ...spaceRoutes,
  ...unitRoutes,
  ...revisionRoutes,
  ...mutationRoutes,
  ...linkRoutes,
  ...functionRoutes,
  ...operationRoutes,
  ...releaseRoutes,
  ...unitEventRoutes,
  ...targetRoutes,
  ...workerRoutes,
  ...changeSetRoutes,
  ...tagRoutes,
  ...filterRoutes,
  ...triggerRoutes,
  ...checkpointRoutes,
];
