import type { Fault } from '../../fault';
import { answers409 } from './answers-409';
import { answers429 } from './answers-429';
import { answers500 } from './answers-500';
import { answersAreStale } from './answers-are-stale';
import { applyTakesOtherRegions } from './apply-takes-other-regions';
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
import { halfAChangeSetIsApplied } from './half-a-change-set-is-applied';
import { historyTellsNobody } from './history-tells-nobody';
import { labelIsLost } from './label-is-lost';
import { lastLineIsLost } from './last-line-is-lost';
import { linkFillsNothing } from './link-fills-nothing';
import { lockDoesNotHold } from './lock-does-not-hold';
import { mergeCarriesAllDifferences } from './merge-carries-all-differences';
import { mergeCarriesReplicas } from './merge-carries-replicas';
import { mergeDoesNothing } from './merge-does-nothing';
import { namespaceOfAnotherRegion } from './namespace-of-another-region';
import { neverAnswers } from './never-answers';
import { reasonIsLost } from './reason-is-lost';
import { replicasAreOffByOne } from './replicas-are-off-by-one';
import { restoreForgetsAUnit } from './restore-forgets-a-unit';
import { secondConditionIsIgnored } from './second-condition-is-ignored';
import { takenNameIsAccepted } from './taken-name-is-accepted';
import { trialIsCarriedOut } from './trial-is-carried-out';
import { upgradeAppliesByItself } from './upgrade-applies-by-itself';
import { upgradeLosesComments } from './upgrade-loses-comments';
import { upgradeLosesEdits } from './upgrade-loses-edits';
import { upgradeSkipsARegion } from './upgrade-skips-a-region';
import { upgradeWithoutNeed } from './upgrade-without-need';
import { upstreamReachesClones } from './upstream-reaches-clones';

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
];
