import { residentRoutes } from '../entities/resident-routes';
import { FILTER } from './definition';

/** Filters: queries with a name. */
export const filterRoutes = residentRoutes(FILTER);
