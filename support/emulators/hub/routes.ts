import { checkpointRoutes } from './checkpoints/routes';
import { infoRoutes } from './info/routes';
import { organizationRoutes } from './organizations/routes';
import type { Route } from './routing/route';
import { signInRoutes } from './sign-in/routes';
import { spaceRoutes } from './spaces/routes';
import { unitRoutes } from './units/routes';

/** Everything that the hub answers. */
export const routes: Route[] = [
  ...infoRoutes,
  ...signInRoutes,
  ...organizationRoutes,
  ...spaceRoutes,
  ...unitRoutes,
  ...checkpointRoutes,
];
