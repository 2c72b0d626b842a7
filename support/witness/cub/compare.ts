import { type Aspect, DIFFERENCES, type Difference } from './differences';
import type { Row } from './rows';
import type { Outcome } from './side';

/** `unlisted` also where a listed difference does not show: then the list is out of date. */
export type Verdict = 'same' | 'listed' | 'unlisted';

export interface Compared {
  row: Row;
  verdict: Verdict;
  /** Where the two differ. */
  aspects: Aspect[];
  ours: Outcome;
  theirs: Outcome;
}

/** Compares what both did; a difference counts as listed when the row names one that covers all that differs. */
export function compare(row: Row, ours: Outcome, theirs: Outcome): Compared {
  const aspects = (['exit', 'stdout', 'stderr'] as const).filter((aspect) => ours[aspect] !== theirs[aspect]);
  const difference: Difference | undefined = row.differs === undefined ? undefined : DIFFERENCES[row.differs];
  const listed = aspects.every((aspect) => difference?.aspects.includes(aspect));
  const shows = aspects.length > 0 || difference?.byChance === true;
  const asListed = difference === undefined ? aspects.length === 0 : shows && listed;
  const verdict = !asListed ? 'unlisted' : difference === undefined ? 'same' : 'listed';
  return { row, verdict, aspects, ours, theirs };
}
