import { residentRoutes } from '../entities/resident-routes';
import { TARGET } from './definition';

/** Targets: where workers carry units to. */
export const targetRoutes = residentRoutes(TARGET);
