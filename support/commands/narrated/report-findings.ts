import { describeCause } from '../../tutorial/diagnosis/causes';
import { causesOfFindings } from '../../tutorial/diagnosis/diagnose';
import type { Stage } from '../../tutorial/stages';
import { describeFinding } from '../../tutorial/validate/finding';
import type { Narrated } from './run-narrated';

/** Validates a stage and tells each thing that is wrong; gives whether nothing is. */
export async function reportFindings({ tutorial, say }: Narrated, stage: Stage): Promise<boolean> {
  const findings = await stage.validate(tutorial);
  for (const finding of findings) say(`  ✗ ${describeFinding(finding)}`);
  for (const cause of await causesOfFindings(tutorial, findings, stage.number)) say(describeCause(cause));
  say(
    findings.length === 0
      ? `Stage ${stage.number} is as the tutorial says.`
      : `Stage ${stage.number}: ${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} wrong.`,
  );
  return findings.length === 0;
}
