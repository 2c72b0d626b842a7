import { stage } from '../tutorial/stages';
import { actStage } from './narrated/act-stage';
import { runNarrated } from './narrated/run-narrated';

void runNarrated(process, async (narrated) => {
  const { tutorial, say } = narrated;
  const well = await actStage(narrated, stage(1));
  const { hello } = tutorial.names;
  say(`\nThe service runs. Look at it:\n    $ kubectl get all -n ${hello}`);
  say('The three regions come with: npm run stage -- 3');
  return well;
}).then((code) => {
  process.exitCode = code;
});
