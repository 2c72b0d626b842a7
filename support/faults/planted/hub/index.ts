import type { Fault } from '../../fault';
import { answers409 } from './answers-409';
import { answers429 } from './answers-429';
import { answers500 } from './answers-500';
import { answersAreStale } from './answers-are-stale';
import { applyTakesOtherRegions } from './apply-takes-other-regions';
import { approvalOpensEveryGate } from './approval-opens-every-gate';
import { approvalOutlivesItsRevision } from './approval-outlives-its-revision';
import { approverIsNotTold } from './approver-is-not-told';
import { bulkCloneLeavesOneOut } from './bulk-clone-leaves-one-out';
import { bypassChangesTheUs } from './bypass-changes-the-us';
import { cloneBeginsBehind } from './clone-begins-behind';
import { cloneForgetsUpstream } from './clone-forgets-upstream';
import { cloneTakesAName } from './clone-takes-a-name';
import { conditionOnDataIsIgnored } from './condition-on-data-is-ignored';
import { fullSpaceIsDeleted } from './full-space-is-deleted';
import { functionLosesComments } from './function-loses-comments';
import { functionReachesAnotherRegion } from './function-reaches-another-region';
import { functionTouchesOneTooMany } from './function-touches-one-too-many';
import { gateDoesNotHold } from './gate-does-not-hold';
import { halfAChangeSetIsApplied } from './half-a-change-set-is-applied';
import { historyTellsNobody } from './history-tells-nobody';
import { labelIsLost } from './label-is-lost';
import { lastLineIsLost } from './last-line-is-lost';
import { linkDoesNotFollow } from './link-does-not-follow';
import { linkFillsNothing } from './link-fills-nothing';
import { lockDoesNotHold } from './lock-does-not-hold';
import { mergeCarriesAllDifferences } from './merge-carries-all-differences';
import { mergeCarriesReplicas } from './merge-carries-replicas';
import { mergeDoesNothing } from './merge-does-nothing';
import { namespaceOfAnotherRegion } from './namespace-of-another-region';
import { neverAnswers } from './never-answers';
import { onePersonApprovesTwice } from './one-person-approves-twice';
import { reasonIsLost } from './reason-is-lost';
import { refusalNamesNoGate } from './refusal-names-no-gate';
import { replicasAreOffByOne } from './replicas-are-off-by-one';
import { restoreForgetsAUnit } from './restore-forgets-a-unit';
import { ruleIsAlwaysTrue } from './rule-is-always-true';
import { secondConditionIsIgnored } from './second-condition-is-ignored';
import { takenNameIsAccepted } from './taken-name-is-accepted';
import { trialIsCarriedOut } from './trial-is-carried-out';
import { trialRefusesNothing } from './trial-refuses-nothing';
import { triggersMissRevisions } from './triggers-miss-revisions';
import { upgradeAppliesByItself } from './upgrade-applies-by-itself';
import { upgradeLosesComments } from './upgrade-loses-comments';
import { upgradeLosesEdits } from './upgrade-loses-edits';
import { upgradeSkipsARegion } from './upgrade-skips-a-region';
import { upgradeWithoutNeed } from './upgrade-without-need';
import { upstreamReachesClones } from './upstream-reaches-clones';
import { warningIsNotTold } from './warning-is-not-told';
import { warningStops } from './warning-stops';

/** What a hub can do wrong. */
export const hubFaults: readonly Fault[] = [
  takenNameIsAccepted,
  fullSpaceIsDeleted,
  linkFillsNothing,
  replicasAreOffByOne,
  reasonIsLost,
  cloneForgetsUpstream,
  upstreamReachesClones,
  labelIsLost,
  cloneTakesAName,
  answers500,
  lastLineIsLost,
  namespaceOfAnotherRegion,
  bulkCloneLeavesOneOut,
  functionReachesAnotherRegion,
  applyTakesOtherRegions,
  answers429,
  upgradeLosesEdits,
  upgradeLosesComments,
  upgradeSkipsARegion,
  upgradeAppliesByItself,
  trialIsCarriedOut,
  upgradeWithoutNeed,
  cloneBeginsBehind,
  answers409,
  secondConditionIsIgnored,
  conditionOnDataIsIgnored,
  answersAreStale,
  functionTouchesOneTooMany,
  functionLosesComments,
  neverAnswers,
  lockDoesNotHold,
  halfAChangeSetIsApplied,
  restoreForgetsAUnit,
  bypassChangesTheUs,
  mergeCarriesReplicas,
  mergeCarriesAllDifferences,
  mergeDoesNothing,
  historyTellsNobody,
  gateDoesNotHold,
  refusalNamesNoGate,
  ruleIsAlwaysTrue,
  triggersMissRevisions,
  approvalOutlivesItsRevision,
  onePersonApprovesTwice,
  approvalOpensEveryGate,
  approverIsNotTold,
  warningStops,
  warningIsNotTold,
  linkDoesNotFollow,
  trialRefusesNothing,
];
