import { type Stage, stage } from '../../tutorial/stages';

/**
 * The stage that a command is told: `npm run deploy -- 3`.
 *
 * @throws RangeError that says how the command is used
 */
export function stageArgument(argv: readonly string[], command: string): Stage {
  const [number, ...more] = argv;
  if (number === undefined || more.length > 0 || !/^\d+$/.test(number)) {
    throw new RangeError(`which stage? Use it like this: npm run ${command} -- 3`);
  }
  return stage(Number(number));
}
