import { runBulk } from './narrated/bulk';
import { runNarrated } from './narrated/run-narrated';

void runNarrated(process, (narrated) => runBulk(narrated, process.argv.slice(2))).then((code) => {
  process.exitCode = code;
});
