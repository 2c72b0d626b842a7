import type { Envelope } from '@cucumber/messages';
import { counted } from '../report/words';
import { stepFindings } from './lint-steps/findings';
import { prepareFeatures } from './test/run-features';

/** `npm run lint:steps`: sentences without a step definition or with several, and definitions without a sentence. */
async function main(): Promise<void> {
  const { env, stdout, stderr } = process;
  const messages: Envelope[] = [];
  const surroundings = { cwd: process.cwd(), env, stdout, stderr };
  const run = await prepareFeatures(['--dry-run', '--parallel', '0'], surroundings, '');
  await run.start((message) => messages.push(message));
  const findings = stepFindings(messages);
  for (const { place, message } of findings) stdout.write(`${place}: ${message}\n`);
  const definitions = messages.filter(({ stepDefinition }) => stepDefinition).length;
  stdout.write(`${counted(definitions, 'step definition')}, ${counted(findings.length, 'finding')}\n`);
  process.exitCode = findings.length === 0 && definitions > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`The steps could not be checked: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
