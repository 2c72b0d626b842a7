import { runNarrated } from './narrated/run-narrated';
import { stageArgument } from './narrated/stage-number';

void runNarrated(process, async ({ tutorial, say }) => {
  const stage = stageArgument(process.argv.slice(2), 'setup-structure');
  say(`Stage ${stage.number}: ${stage.title}`);
  await stage.setUp(tutorial);
  say(`Stage ${stage.number} is set up. Next: npm run deploy -- ${stage.number}`);
  return true;
}).then((code) => {
  process.exitCode = code;
});
