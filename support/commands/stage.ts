import { actStage } from './narrated/act-stage';
import { runNarrated } from './narrated/run-narrated';
import { stageArgument } from './narrated/stage-number';

void runNarrated(process, (narrated) =>
  actStage(narrated, stageArgument(process.argv.slice(2), 'stage')),
).then((code) => {
  process.exitCode = code;
});
