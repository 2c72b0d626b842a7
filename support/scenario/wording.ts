/** How facts that learners are told may be worded; a hub of another version may word them otherwise. */
const wordings: Record<string, RegExp> = {
  'the space exists already': /space.*(exist|taken|in use|duplicate|unique)/is,
  'the unit exists already': /unit.*(exist|taken|in use|duplicate|unique)/is,
  'the manifest is no YAML': /YAML/i,
  'the manifest is no Kubernetes object': /apiVersion|kind|Kubernetes (object|resource)/i,
  'the unit has no target': /target/i,
  'there is no such unit': /(no (such )?unit|unit.*not found)/is,
  'there is no such space': /space.*not found/is,
  'the action did not complete': /in vain|didn't complete/i,
  'the cluster has no such namespace': /namespaces? .*not found/is,
  'the unit is in a change set': /change ?set/i,
  'the condition is not understood': /what to do/,
  '"many" is no number': /many/,
  'the function does not exist': /set-replica-count/,
  'the US never had the fix': /traderx-prod-us.*no revision/s,
  'dev does not come up': /did not reach the cluster.*traderx-dev/s,
  'the space is not empty': /not empty|still (has|holds)|contains/i,
};

/** @throws RangeError for a fact that has no wording */
export function wording(fact: string): RegExp {
  const found = wordings[fact];
  if (!found) throw new RangeError(`nobody knows how it is worded that ${fact}`);
  return found;
}
