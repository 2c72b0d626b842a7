import type { Unit } from '../../cub/unit';
import { all } from '../../cub/where';
import type { Tutorial } from '../tutorial';

/** A question about units: on what ConfigHub knows of them, on their config data, or on both. */
export interface Question {
  where?: string;
  /** On Deployments, such as `spec.replicas > 2`. */
  data?: string;
}

/** Finds our units, over all our spaces, that fulfil the question. */
export async function find(tutorial: Tutorial, question: Question): Promise<Unit[]> {
  const where = all(question.where, tutorial.names.ours);
  if (question.data === undefined) return tutorial.cub.units.list(where);
  return tutorial.cub.units.list(where, { resourceType: 'apps/v1/Deployment', where: question.data });
}
