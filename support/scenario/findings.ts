import { deepEqual, ok } from 'node:assert/strict';
import type { Names } from '../tutorial/names';
import { describeFinding, type Finding } from '../tutorial/validate/finding';

/** Nothing may be found. */
export function noFindings(findings: readonly Finding[]): void {
  deepEqual(findings.map(describeFinding), []);
}

/** Exactly these must be found, in any order. */
export function onlyFindings(findings: readonly Finding[], expected: readonly Finding[], names: Names): void {
  const wanted = expected.map(describeFinding).map((line) => withPrefix(line, names));
  deepEqual(findings.map(describeFinding).sort(), wanted.sort());
}

/** Something must be found there. */
export function namesFinding(findings: readonly Finding[], what: string, names: Names): void {
  const wanted = withPrefix(what, names);
  ok(
    findings.some((finding) => finding.what === wanted),
    `nothing was found wrong with ${wanted}; found: ${findings.map(describeFinding).join('; ') || 'nothing'}`,
  );
}

/** Features name spaces without the prefix of a run. */
function withPrefix(text: string, names: Names): string {
  return text.replaceAll(/(?<![\w-])traderx/g, names.full('traderx'));
}
