import { TestStepResultStatus } from '@cucumber/messages';

export type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'undefined' | 'ambiguous';

const names: Record<TestStepResultStatus, Status> = {
  [TestStepResultStatus.PASSED]: 'passed',
  [TestStepResultStatus.FAILED]: 'failed',
  [TestStepResultStatus.SKIPPED]: 'skipped',
  [TestStepResultStatus.PENDING]: 'pending',
  [TestStepResultStatus.UNDEFINED]: 'undefined',
  [TestStepResultStatus.AMBIGUOUS]: 'ambiguous',
  [TestStepResultStatus.UNKNOWN]: 'failed',
};

/** Our word for a status of cucumber's messages. An unknown one counts as failed: it proved nothing. */
export function statusOf(status: TestStepResultStatus | undefined): Status {
  return names[status ?? TestStepResultStatus.UNKNOWN];
}

/** The column a status counts in: whatever is neither passed nor skipped is a failure. */
export function outcomeOf(status: Status): 'passed' | 'failed' | 'skipped' {
  return status === 'passed' || status === 'skipped' ? status : 'failed';
}
