import { actOut, type Stage } from '../../tutorial/stages';
import { reportFindings } from './report-findings';
import type { Narrated } from './run-narrated';

/** Acts a stage out, with narration, and validates it. In a lab it leaves a snapshot to come back to. */
export async function actStage(narrated: Narrated, stage: Stage): Promise<boolean> {
  const title = `Stage ${stage.number}: ${stage.title}`;
  narrated.say(`\n${title}\n${'='.repeat(title.length)}`);
  await actOut(narrated.tutorial, stage.number);
  const well = await reportFindings(narrated, stage);
  if (well) await leaveSnapshot(narrated, `stage-${stage.number}`);
  return well;
}

/** The first one stays: later ones would hold what later stages have changed. */
async function leaveSnapshot({ environment: { checkpoints }, say }: Narrated, name: string): Promise<void> {
  if (!checkpoints || checkpoints.has(name)) return;
  await checkpoints.save(name);
  say(`To come back here: npm run lab -- restore ${name}`);
}
