import { type Envelope, PickleStepType, type TestStepResult, TestStepResultStatus } from '@cucumber/messages';

/** How a scenario ended that should have noticed a fault. */
export interface Verdict {
  detected: boolean;
  /** The step that went red; or else, why this is no detection. */
  told: string;
}

const TELLING = new Set<PickleStepType | undefined>([PickleStepType.ACTION, PickleStepType.OUTCOME]);

/**
 * Judges how a scenario took the fault that was planted for it. The fault is detected when it struck and then a Then step
 * failed, or a When step. A failure on the way to the starting point proves nothing about the scenario.
 *
 * @param messages of a run of this scenario, and perhaps others
 * @param struck whether the fault altered something
 */
export function verdictOf(scenario: string, messages: readonly Envelope[], struck: boolean): Verdict {
  const { steps, testSteps, finished } = partOf(scenario, messages);
  const failed = finished.find(({ testStepResult }) => testStepResult.status === TestStepResultStatus.FAILED);
  if (!failed) return no(finished.length > 0 ? 'nothing went red' : 'the scenario did not run');
  const result = failed.testStepResult;
  const { pickleStepId } = testSteps.find(({ id }) => id === failed.testStepId) ?? {};
  const step = steps.find(({ id }) => id === pickleStepId);
  if (!step) return no(`a hook failed: ${firstLine(result)}`);
  if (!TELLING.has(step.type))
    return no(`the way to the starting point broke at "${step.text}": ${firstLine(result)}`);
  if (!struck) return no(`the fault never struck, yet this went red: ${step.text}: ${firstLine(result)}`);
  if (result.message?.includes('the interceptor failed:'))
    return no(`the fault itself broke: ${firstLine(result)}`);
  return { detected: true, told: step.text };
}

/** How long a scenario took. */
export function secondsOf(scenario: string, messages: readonly Envelope[]): number {
  const { finished } = partOf(scenario, messages);
  return finished.reduce(
    (sum, { testStepResult: { duration } }) => sum + duration.seconds + duration.nanos / 1e9,
    0,
  );
}

/** What the messages of a run tell of one scenario, by its name. */
function partOf(scenario: string, messages: readonly Envelope[]) {
  const pickle = messages.find((message) => message.pickle?.name === scenario)?.pickle;
  const testCase = messages.find(({ testCase: one }) => one && one.pickleId === pickle?.id)?.testCase;
  const begun = messages.flatMap(({ testCaseStarted: one }) =>
    one && one.testCaseId === testCase?.id ? one.id : [],
  );
  return {
    steps: pickle?.steps ?? [],
    testSteps: testCase?.testSteps ?? [],
    finished: messages.flatMap(({ testStepFinished: one }) =>
      one && begun.includes(one.testCaseStartedId) ? one : [],
    ),
  };
}

function no(told: string): Verdict {
  return { detected: false, told };
}

function firstLine({ message = '' }: TestStepResult): string {
  return message.split('\n')[0] ?? '';
}
