import { runNarrated } from './narrated/run-narrated';
import { stageArgument } from './narrated/stage-number';

void runNarrated(process, async ({ tutorial, say }) => {
  const stage = stageArgument(process.argv.slice(2), 'deploy');
  await stage.deploy(tutorial);
  say(`Stage ${stage.number} is deployed. Next: npm run validate -- ${stage.number}`);
  return true;
}).then((code) => {
  process.exitCode = code;
});
