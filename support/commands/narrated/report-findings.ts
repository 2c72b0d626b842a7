import { describeCause } from '../../tutorial/diagnosis/causes';
import { causesOfFindings } from '../../tutorial/diagnosis/diagnose';
import type { Stage } from '../../tutorial/stages';
import { describeFinding, type Finding } from '../../tutorial/validate/finding';
import { validateStage } from '../../tutorial/validate/stage';
import type { Narrated } from './run-narrated';

/** Validates a stage and tells each thing that is wrong; gives whether nothing is. */
export async function reportFindings({ tutorial, say }: Narrated, stage: Stage): Promise<boolean> {
  const findings = await validateStage(tutorial, stage);
  await tellFindings({ tutorial, say }, findings, stage);
  say(
    findings.length === 0
      ? `Stage ${stage.number} is as the tutorial says.`
      : `Stage ${stage.number}: ${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} wrong.`,
  );
  return findings.length === 0;
}

/** Tells what was found, and the likely causes. */
export async function tellFindings(
  { tutorial, say }: Pick<Narrated, 'tutorial' | 'say'>,
  findings: readonly Finding[],
  { number }: Stage,
): Promise<void> {
  for (const finding of findings) say(`  ✗ ${describeFinding(finding)}`);
  for (const cause of await causesOfFindings(tutorial, findings, number)) say(describeCause(cause));
}
