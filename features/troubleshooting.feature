@troubleshooting
Feature: When something does not work

  Whoever follows the tutorial by hand forgets a step now and then, or meets a cluster that somebody else has changed.
  Validating a stage says what is not as it should be. It also says why, most likely, and what to do about it, so that
  nobody has to know ConfigHub well to get on.

  Scenario: A stage that was never set up
    Given nothing of MicroTraderX exists yet
    When the learner validates stage 1
    Then the diagnosis is that "traderx/reference-data were never made"
    And it advises to "npm run setup-structure -- 1"

  Scenario: A unit without a target
    Given stage 1 is set up
    And the learner has cleared the target of "reference-data" in traderx
    When the learner validates stage 1
    Then the diagnosis is that "traderx/reference-data has no target"
    And it advises to "cub unit set-target"

  Scenario: A region without a target
    Given the three regions are running
    And the learner has cleared the target of "trade-service" in traderx-prod-eu
    When the learner validates stage 3
    Then the diagnosis is that "traderx-prod-eu/trade-service has no target"
    And it advises to "npm run setup-structure -- 3"

  @needs-apply
  Scenario: A worker that is not connected
    Given the worker of traderx has lost its connection
    When the learner validates stage 1
    Then the diagnosis is that "the worker traderx-worker is not connected"

  @needs-apply
  Scenario: A worker that is gone while everything runs
    Given the three regions are running
    And the worker of the regions is gone
    When the learner validates stage 3
    Then the diagnosis is that "the worker traderx-infra-worker is not connected"
    And it advises to "npm run setup-structure -- 3"

  @needs-apply
  Scenario: What keeps an apply waiting
    Given the worker of traderx has lost its connection
    When the learner tries to apply "reference-data" in traderx
    Then the diagnosis of the failure is that "the worker traderx-worker is not connected"

  Scenario: A gate that holds a change back
    Given the three regions are running behind guard rails
    And trade-service in traderx-prod-eu has been given 100 replicas
    When the learner tries to apply "trade-service" in traderx-prod-eu
    Then the diagnosis of the failure is that "traderx-prod-eu/trade-service may not be applied"
    And it names the gate "sane-replicas"

  @needs-apply
  Scenario: A change that nobody applied
    Given stage 1 is running
    And the learner has changed "reference-data" in traderx and applied nothing
    When the learner validates stage 1
    Then the diagnosis is that "of traderx/reference-data was not applied yet"
    And it advises to "cub unit apply --space traderx reference-data"

  @needs-kubelet
  Scenario: An image that cannot be pulled
    Given stage 1 is running
    And the learner has rolled out a version of reference-data that does not exist
    When the learner validates stage 1
    Then the diagnosis is that "traderx/reference-data waits for the image ghcr.io/finos/traderx/reference-data:no-such-version"

  Scenario: A namespace that somebody deleted
    Given the three regions are running
    And somebody has deleted the namespace of the EU
    When the learner validates stage 3
    Then the diagnosis is that "the namespace traderx-prod-eu does not exist in the cluster"

  Scenario: An upgrade that was never pushed
    Given the three regions are running
    And the base trades with the new algorithm, and nothing was pushed
    When the learner validates stage 4
    Then the diagnosis is that "traderx-prod-eu/trade-service is behind its upstream trade-service"

  Scenario: A stage that was set up and not acted out
    Given the three regions are running
    When the learner validates stage 4
    Then the diagnosis is that "what stage 4 is about was not done yet"
    And it advises to "npm run stage -- 4"
    And nobody is said to have changed the cluster

  Scenario: A change in ConfigHub that the stage does not know
    Given the three regions are running
    And trade-service in traderx-prod-eu has been given 4 replicas
    And trade-service is applied in the EU
    When the learner validates stage 3
    Then the diagnosis is that "traderx-prod-eu/trade-service says so in ConfigHub"
    And nobody is said to have changed the cluster

  Scenario: A change behind ConfigHub's back
    Given the three regions are running
    And somebody has scaled trade-service in the EU to 4 replicas, and it was noticed
    When the learner validates stage 3
    Then the diagnosis is that "somebody changed traderx-prod-eu/trade-service in the cluster"
