import { type BulkResult, scaleEverywhere, setVersionEverywhere } from '../../tutorial/bulk/scale';
import type { Narrated } from './run-narrated';
import { statusTable } from './status-table';

const USAGE =
  'Use it like this: npm run bulk -- scale 3, npm run bulk -- version v2, or npm run bulk -- status';

const MOST_REPLICAS = 50;

/**
 * One operation on trade-service in all regions.
 *
 * @returns whether it went well in every region
 * @throws RangeError that says how the command is used
 */
export async function runBulk(narrated: Narrated, argv: readonly string[]): Promise<boolean> {
  const { tutorial, say } = narrated;
  const [operation, value = '', ...more] = argv;
  if (more.length > 0) throw new RangeError(USAGE);
  if (operation === 'status' && value === '') {
    say(await statusTable(tutorial));
    return true;
  }
  if (operation === 'scale' && /^\d+$/.test(value)) {
    if (Number(value) > MOST_REPLICAS)
      throw new RangeError(
        `scale ${value} is more than a lab runs; give each region at most ${MOST_REPLICAS} replicas`,
      );
    return report(narrated, await scaleEverywhere(tutorial, 'trade-service', Number(value)));
  }
  if (operation === 'version' && /^[\w][\w.-]*$/.test(value)) {
    return report(narrated, await setVersionEverywhere(tutorial, 'trade-service', value));
  }
  throw new RangeError(USAGE);
}

async function report({ tutorial, say }: Narrated, results: readonly BulkResult[]): Promise<boolean> {
  for (const { unit, failed } of results) say(failed ? `  ✗ ${unit}: ${failed}` : `  ✓ ${unit}`);
  say(await statusTable(tutorial));
  return results.length > 0 && results.every(({ failed }) => !failed);
}
