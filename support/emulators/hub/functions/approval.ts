import { contentHash } from '../config-data/content-hash';
import { alias, type FunctionDefinition, parameter, reading } from './definition';

const isApproved = reading(
  'is-approved',
  {
    description: 'Returns true if sufficient approvers are present',
    parameters: [parameter('num-approvers', 'Number of approvers', 'int')],
    output: {
      type: 'ValidationResult',
      name: 'passed',
      description: 'True if approvers are present, false otherwise',
    },
  },
  ({ args: [wanted], data, context }) => {
    const isUnchanged = contentHash(data) === context.PreviousContentHash;
    return { Passed: isUnchanged && context.ApprovedBy.length >= Number(wanted) };
  },
);

/** Guard rails on approvals; an approval of other data does not count. */
export const approvalFunctions: FunctionDefinition[] = [isApproved, alias('vet-approvedby', isApproved)];
