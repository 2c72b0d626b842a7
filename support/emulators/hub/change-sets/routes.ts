import { residentRoutes } from '../entities/resident-routes';
import { CHANGE_SET } from './definition';

/** Change sets. A unit is put into one, and taken out, by a patch of the unit. */
export const changeSetRoutes = residentRoutes(CHANGE_SET);
