import { residentRoutes } from '../entities/resident-routes';
import { TRIGGER } from './definition';

/** Triggers: functions that run whenever a unit of their space changes. */
export const triggerRoutes = residentRoutes(TRIGGER);
