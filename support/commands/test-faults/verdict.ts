import {
  type Envelope,
  type PickleStep,
  PickleStepType,
  type TestStepResult,
  TestStepResultStatus,
} from '@cucumber/messages';

/** How a scenario ended that should have noticed a fault. */
export interface Verdict {
  detected: boolean;
  /** The step that went red; or else, why this is no detection. */
  told: string;
}

const TELLING = new Set<PickleStepType | undefined>([PickleStepType.ACTION, PickleStepType.OUTCOME]);

/**
 * Judges a run of one scenario with a fault planted. The fault is detected when it struck and then a Then step failed,
 * or a When step. A failure on the way to the starting point proves nothing about the scenario.
 *
 * @param strikes what the fault altered, one line each
 */
export function verdictOf(messages: readonly Envelope[], strikes: readonly string[]): Verdict {
  const failed = failedStep(messages);
  if (!failed) {
    const ran = messages.some(({ testStepFinished }) => testStepFinished);
    return no(ran ? 'nothing went red' : 'the scenario did not run');
  }
  const { step, result } = failed;
  if (!step) return no(`a hook failed: ${firstLine(result)}`);
  if (!TELLING.has(step.type))
    return no(`the way to the starting point broke at "${step.text}": ${firstLine(result)}`);
  if (strikes.length === 0)
    return no(`the fault never struck, yet this went red: ${step.text}: ${firstLine(result)}`);
  if (result.message?.includes('the interceptor failed:'))
    return no(`the fault itself broke: ${firstLine(result)}`);
  return { detected: true, told: step.text };
}

function failedStep(
  messages: readonly Envelope[],
): { step: PickleStep | undefined; result: TestStepResult } | undefined {
  const steps = messages.flatMap(({ pickle }) => pickle?.steps ?? []);
  const testSteps = messages.flatMap(({ testCase }) => testCase?.testSteps ?? []);
  for (const { testStepFinished } of messages) {
    if (testStepFinished?.testStepResult.status !== TestStepResultStatus.FAILED) continue;
    const { pickleStepId } = testSteps.find(({ id }) => id === testStepFinished.testStepId) ?? {};
    return { step: steps.find(({ id }) => id === pickleStepId), result: testStepFinished.testStepResult };
  }
  return undefined;
}

function no(told: string): Verdict {
  return { detected: false, told };
}

function firstLine({ message = '' }: TestStepResult): string {
  return message.split('\n')[0] ?? '';
}
