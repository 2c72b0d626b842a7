import { reportFindings } from './narrated/report-findings';
import { runNarrated } from './narrated/run-narrated';
import { stageArgument } from './narrated/stage-number';

void runNarrated(process, (narrated) =>
  reportFindings(narrated, stageArgument(process.argv.slice(2), 'validate')),
).then((code) => {
  process.exitCode = code;
});
