import { STAGES } from '../tutorial/stages';
import { actStage } from './narrated/act-stage';
import { runNarrated } from './narrated/run-narrated';
import { statusTable } from './narrated/status-table';
import { table } from './narrated/table';

void runNarrated(process, async (narrated) => {
  const results: Array<[title: string, well: boolean]> = [];
  for (const stage of STAGES) {
    results.push([`${stage.number}. ${stage.title}`, await actStage(narrated, stage)]);
  }
  narrated.say(
    `\n${table([['STAGE', 'RESULT'], ...results.map(([title, well]) => [title, well ? 'as told' : 'NOT as told'])])}`,
  );
  narrated.say(`\n${await statusTable(narrated.tutorial)}`);
  return results.every(([, well]) => well);
}).then((code) => {
  process.exitCode = code;
});
