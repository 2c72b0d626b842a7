import { CONNECTION } from '../tutorial/validate/connection';
import type { Finding } from '../tutorial/validate/finding';
import { isNeverMade, validateStage } from '../tutorial/validate/stage';
import { tellFindings } from './narrated/report-findings';
import { runNarrated } from './narrated/run-narrated';
import { stageArgument } from './narrated/stage-number';

void runNarrated(process, async (narrated) => {
  const { tutorial, say } = narrated;
  const stage = stageArgument(process.argv.slice(2), 'deploy');
  const obstacles = (await validateStage(tutorial, stage)).filter(holdsUp);
  if (obstacles.length > 0) {
    await tellFindings(narrated, obstacles, stage);
    say(`Stage ${stage.number} cannot be deployed yet.`);
    return false;
  }
  await stage.deploy(tutorial);
  say(
    stage.act
      ? `What stage ${stage.number} begins with is deployed. Next: npm run stage -- ${stage.number} acts it out`
      : `Stage ${stage.number} is deployed. Next: npm run validate -- ${stage.number}`,
  );
  return true;
}).then((code) => {
  process.exitCode = code;
});

/** Nothing can reach the cluster without it. */
function holdsUp(finding: Finding): boolean {
  return isNeverMade(finding) || finding.what.endsWith(CONNECTION) || finding.expected === 'a target';
}
