/** Something that is not as the tutorial says. */
export interface Finding {
  /** Where: `traderx-prod-eu/trade-service, replicas in the cluster`. */
  what: string;
  expected: string;
  found: string;
}

/** A finding as one line. */
export function describeFinding({ what, expected, found }: Finding): string {
  return `${what}: expected ${expected}, found ${found}`;
}

/** Collects what differs, in the order in which it was looked at. */
export class Findings {
  readonly all: Finding[] = [];

  /** Adds a finding unless both are the same; gives whether they are. */
  expect(what: string, expected: string | number, found: string | number | undefined): boolean {
    const same = found !== undefined && String(expected) === String(found);
    if (!same) this.all.push({ what, expected: String(expected), found: String(found ?? 'nothing') });
    return same;
  }
}
