import type { Envelope } from '@cucumber/messages';
import { outcomeOf, statusOf } from '../model/status';

const marks = { passed: '.', failed: 'F', skipped: '-' } as const;
const WIDTH = 80;

/** Prints one character for each scenario as it ends; a retried attempt prints `r`. */
export function progressPrinter(print: (text: string) => void): (message: Envelope) => void {
  const worst = new Map<string, keyof typeof marks>();
  let printed = 0;
  return ({ testStepFinished, testCaseFinished, testRunFinished }) => {
    if (testStepFinished) {
      const { testCaseStartedId: id, testStepResult } = testStepFinished;
      worst.set(id, worse(worst.get(id) ?? 'passed', outcomeOf(statusOf(testStepResult.status))));
    }
    if (testCaseFinished) {
      const { testCaseStartedId: id, willBeRetried } = testCaseFinished;
      print(willBeRetried ? 'r' : marks[worst.get(id) ?? 'passed']);
      printed += 1;
      if (printed % WIDTH === 0) print('\n');
    }
    if (testRunFinished && printed % WIDTH !== 0) print('\n');
  };
}

const order = ['passed', 'skipped', 'failed'] as const;

function worse(a: keyof typeof marks, b: keyof typeof marks): keyof typeof marks {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
