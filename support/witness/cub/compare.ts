import { type Aspect, DIFFERENCES } from './differences';
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
  const covered = row.differs === undefined ? [] : DIFFERENCES[row.differs].aspects;
  const listed = aspects.every((aspect) => (covered as readonly Aspect[]).includes(aspect));
  const asListed = row.differs === undefined ? aspects.length === 0 : aspects.length > 0 && listed;
  const verdict = !asListed ? 'unlisted' : row.differs === undefined ? 'same' : 'listed';
  return { row, verdict, aspects, ours, theirs };
}
