import { actOut, type Stage } from '../../tutorial/stages';
import { reportFindings } from './report-findings';
import type { Narrated } from './run-narrated';

/** Acts a stage out, with narration, and validates it. */
export async function actStage(narrated: Narrated, stage: Stage): Promise<boolean> {
  const title = `Stage ${stage.number}: ${stage.title}`;
  narrated.say(`\n${title}\n${'='.repeat(title.length)}`);
  await actOut(narrated.tutorial, stage.number);
  return reportFindings(narrated, stage);
}
