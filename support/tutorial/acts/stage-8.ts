import { tryRollOut } from '../deploy/try-roll-out';
import { giveReplicas } from '../edit';
import { TutorialError } from '../error';
import { lookAtHub } from '../hub';
import { applyAsOne } from '../rails/apply-as-one';
import { approversOf, approveWaiting } from '../rails/approve';
import { regionFacts } from '../regions';
import { SERVICES } from '../services';
import type { Tutorial } from '../tutorial';
import { nameOf } from '../validate/unit';

/** The heart of stage 8: a slip is held back, mended, approved, and applied. */
export async function actGuardRails(tutorial: Tutorial): Promise<void> {
  const { names } = tutorial;
  const unit = { space: names.place('eu'), service: 'trade-service' };
  tutorial.narrate('A slip of the finger gives the EU 100 replicas.');
  await giveReplicas(tutorial, unit, 100, 'A slip of the finger');
  await beHeldBack(tutorial, unit);
  tutorial.narrate('Mending the configuration opens the gate that complained about it.');
  await giveReplicas(tutorial, unit, regionFacts.eu.replicas, 'What the EU needs');
  tutorial.narrate('An approval is of one revision: the new one needs its own.');
  await approveWaiting(tutorial);
  const approved = (await lookAtHub(tutorial)).unit(unit.space, unit.service);
  tutorial.narrate(`Approved by ${(await approversOf(tutorial, approved)).join(', ')}.`);
  await applyAsOne(tutorial, ['eu'], ['trade-service']);
  await tellWarnings(tutorial);
}

/** @throws TutorialError when the unit would be applied after all */
async function beHeldBack(tutorial: Tutorial, unit: { space: string; service: string }): Promise<void> {
  const held = await tryRollOut(tutorial, { space: unit.space, units: [unit.service] });
  if (held.length === 0) {
    throw new TutorialError(
      `${unit.space}/${unit.service} could be applied with 100 replicas: no gate held it back`,
      [],
      'put the rails up with `npm run setup-structure -- 8`',
    );
  }
  for (const { message } of held) tutorial.narrate(`ConfigHub holds it back: ${message}`);
}

async function tellWarnings(tutorial: Tutorial): Promise<void> {
  const { units } = await lookAtHub(tutorial);
  const warned = units.filter(
    ({ slug, warnings }) => SERVICES.some((service) => service === slug) && warnings.length > 0,
  );
  for (const unit of warned) {
    tutorial.narrate(`${nameOf(unit)} runs, with a warning: ${unit.warnings.join(', ')}.`);
  }
}
