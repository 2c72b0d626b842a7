import { serviceConfig } from '../config';
import { deployServices } from '../deploy/stages';
import { giveReplicas } from '../edit';
import { find } from '../find-and-fix/find';
import { fix } from '../find-and-fix/fix';
import { regionFacts } from '../regions';
import type { Tutorial } from '../tutorial';

/** The heart of stage 5: busy services are found, the EU is scaled down after the close, and up again. */
export async function actFindAndFix(tutorial: Tutorial): Promise<void> {
  const { names } = tutorial;
  const busy = await find(tutorial, { data: 'spec.replicas > 2' });
  for (const { space, slug, data } of busy) {
    tutorial.narrate(`${space}/${slug} has ${serviceConfig(data).replicas} replicas.`);
  }
  tutorial.narrate('The markets of Europe close: the EU needs fewer.');
  const europe = busy.filter(({ space }) => space === names.place('eu'));
  await fix(tutorial, europe, ['set-replicas', '2'], 'After the close');
  await deployServices(tutorial, ['eu'], ['trade-service']);
  tutorial.narrate('The next morning the EU gets its replicas back.');
  const unit = { space: names.place('eu'), service: 'trade-service' };
  await giveReplicas(tutorial, unit, regionFacts.eu.replicas, 'Before the opening');
  await deployServices(tutorial, ['eu'], ['trade-service']);
}
