import { Failure } from '../failure';

/** How many positional arguments a command takes; the words of a refusal are those of cobra. */
export type Arity =
  | { exactly: number }
  | { atLeast: number }
  | { atMost: number }
  | { between: readonly [number, number] };

/** Throws unless `count` arguments fit. */
export function checkArity(arity: Arity | undefined, count: number): void {
  if (arity === undefined) return;
  if ('exactly' in arity && count !== arity.exactly) {
    throw new Failure(`accepts ${arity.exactly} arg(s), received ${count}`);
  }
  if ('atLeast' in arity && count < arity.atLeast) {
    throw new Failure(`requires at least ${arity.atLeast} arg(s), only received ${count}`);
  }
  if ('atMost' in arity && count > arity.atMost) {
    throw new Failure(`accepts at most ${arity.atMost} arg(s), received ${count}`);
  }
  if ('between' in arity && (count < arity.between[0] || count > arity.between[1])) {
    throw new Failure(
      `accepts between ${arity.between[0]} and ${arity.between[1]} arg(s), received ${count}`,
    );
  }
}
