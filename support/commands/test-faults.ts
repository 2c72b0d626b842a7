import { parseArgs } from 'node:util';
import { buildBundles, projectRoot } from '../environment/build';
import { faults } from '../faults/planted';
import { carryOut } from './test-faults/carry-out';
import { chooseFaults } from './test-faults/choose';
import { type CarryOut, proveDetection } from './test-faults/run';
import { findScenarios } from './test-faults/scenarios';
import { withSettings } from './test-faults/settings';

/** `npm run test:faults [-- --list] [-- --fault TEXT…]` */
async function main(argv: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      fault: { type: 'string', multiple: true, default: [] },
      list: { type: 'boolean', default: false },
    },
  });
  const chosen = chooseFaults(faults, [...values.fault, ...positionals]);
  if (values.list) {
    process.stdout.write(
      chosen
        .map(
          ({ name, part, stage, settings }) => `stage ${stage}, ${part}: ${name}${withSettings(settings)}\n`,
        )
        .join(''),
    );
    return true;
  }
  await buildBundles();
  const places = await findScenarios(projectRoot);
  const run: CarryOut = (where, settings, met) => carryOut(where, projectRoot, settings, met);
  return proveDetection(chosen, places, run, process.stdout);
}

main(process.argv.slice(2)).then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
