@stage-8
Feature: Stage 8 – Guard rails

  The seven stages are done, and the team has learned how fast a mistake travels. A bonus stage puts rails up
  before production. Rules check every new revision: no placeholder may be left, replicas stay between 1 and
  10, and somebody must have approved. A unit that breaks one is held back by a gate which carries the rule's
  name; a rule may also just warn.

  Nobody is kept from changing configuration. Rails stand between ConfigHub and the cluster.

  Background:
    Given the three regions are running behind guard rails

  Rule: What is unfinished does not reach the cluster

    Scenario: A fresh clone of the base cannot be applied, for its namespace is left open
      Given trade-service has been cloned from the base into the EU once more, as "trade-desk"
      When the learner tries to apply "trade-desk" in traderx-prod-eu
      Then the learner is told of the gate "complete"
      And the cluster is as it was before

    Scenario: A link provides what the clone needs, and the gate opens
      Given trade-service has been cloned from the base into the EU once more, as "trade-desk"
      When "trade-desk" is linked to the namespace of the EU
      Then "trade-desk" in traderx-prod-eu is held back by "approved" alone

    Scenario: A value that the base leaves to its regions holds back those that have not chosen one
      Given the base of trade-service has got the setting EXCHANGE "confighubplaceholder"
      When the upgrade of trade-service is pushed
      And trade-service in the EU chooses the EXCHANGE "XLON"
      Then "trade-service" in traderx-prod-eu is held back by "approved" alone
      And "trade-service" in traderx-prod-us is held back by "approved" and "complete"

  Rule: Replicas stay within reason

    Scenario Outline: A region that is scaled to <replicas> replicas is held back
      Given trade-service in traderx-prod-eu has been given <replicas> replicas
      And the changes of production have been approved
      When the learner tries to apply "trade-service" in traderx-prod-eu
      Then the learner is told of the gate "sane-replicas"
      And the cluster is as it was before

      Examples:
        | replicas |
        | 0        |
        | 100      |

    Scenario: Mending the configuration opens the gate
      Given trade-service in traderx-prod-eu has been given 100 replicas
      When trade-service in the EU is given 6 replicas
      And the changes of production are approved
      And trade-service is applied in the EU
      Then trade-service runs with 6 replicas in the EU

  Rule: Production needs an approval

    @picture
    Scenario: A change that nobody has approved is held back
      Given trade-service in traderx-prod-eu has been given 6 replicas
      When the learner tries to apply "trade-service" in traderx-prod-eu
      Then the learner is told of the gate "approved"
      And the cluster is as it was before

    Scenario: An approval lets the change through, and it is told whose it was
      Given trade-service in traderx-prod-eu has been given 6 replicas
      When the changes of production are approved
      And trade-service is applied in the EU
      Then trade-service runs with 6 replicas in the EU
      And it is told by name who approved "trade-service" in traderx-prod-eu

    Scenario: A newer revision needs an approval of its own
      Given trade-service in traderx-prod-eu has been given 6 replicas
      And the changes of production have been approved
      When trade-service in the EU is given 7 replicas
      And the learner tries to apply "trade-service" in traderx-prod-eu
      Then the learner is told of the gate "approved"
      And nobody has approved "trade-service" in traderx-prod-eu

    Scenario: Where two must approve, one of them cannot do so twice
      Given the EU demands two approvals
      And trade-service in traderx-prod-eu has been given 6 replicas
      When trade-service in the EU is approved twice by the same person
      Then "trade-service" in traderx-prod-eu is held back by "two-approvals" alone

  Rule: A warning is told and stops nothing

    @needs-warnings
    Scenario: An image without a version is warned of, and still applied
      Given trade-service in traderx-prod-eu has been given 6 replicas
      When the changes of production are approved
      And trade-service is applied in the EU
      Then the learner is warned of "fixed-version" at "trade-service" in traderx-prod-eu
      And trade-service runs with 6 replicas in the EU

    @needs-warnings
    Scenario: The warning ends with its cause
      When trade-service in the EU gets the image version "v2"
      Then the learner is not warned at "trade-service" in traderx-prod-eu

  Rule: What a link changes is checked like any other change

    Scenario: A service moves with its namespace, and the move waits for approval
      When the namespace of the EU is renamed to "traderx-prod-europe"
      Then trade-service in traderx-prod-eu belongs to the namespace "traderx-prod-europe"
      And "trade-service" in traderx-prod-eu is held back by "approved" alone
      And "trade-service" in traderx-prod-us is not held back

    Scenario: A namespace that is left open again is filled in by its link
      When somebody leaves the namespace of trade-service in the EU open
      Then trade-service in traderx-prod-eu belongs to the namespace of traderx-prod-eu
      And "trade-service" in traderx-prod-eu is not held back by "complete"

  Rule: What belongs together is held back together

    Scenario: A change set that nobody has approved is not begun
      When the Tokyo feed is rolled out atomically
      Then the roll-out has not begun, because of the gate "approved"
      And the cluster is as it was before

    Scenario: A change set that was approved is rolled out
      Given the Tokyo feed waits in a closed change set
      And the changes of production have been approved
      When the closed change set is rolled out
      Then the whole change has arrived
      And both services run with the Tokyo feed in every region

    Scenario: One region that is held back keeps the whole change set from beginning
      Given trade-service in traderx-prod-asia has been given 100 replicas
      And the Tokyo feed waits in a closed change set
      And the changes of production have been approved
      When the closed change set is rolled out
      Then the roll-out has not begun, because of the gate "sane-replicas"
      And exactly "trade-service" in traderx-prod-asia is held back

    Scenario: An upgrade of all regions waits until the last of them is approved
      Given the upgrade to algorithm "v2" has been pushed to all regions
      And the changes of production have been approved
      And trade-service in traderx-prod-us has been given 4 replicas
      When the learner tries to apply production as one
      Then the learner is told of the gate "approved"
      And the cluster is as it was before

  Rule: The stage can be repeated and checked

    Scenario: The whole stage twice changes nothing
      Given stage 8 has been acted out
      When stage 8 is acted out once more
      Then the configuration of every region reads as it did before
      And the cluster is as it was before
      And validating stage 8 finds nothing wrong

    Scenario: A missing rail and a closed gate are named
      Given the rail "complete" of Asia has been taken down
      When trade-service in the EU is given 100 replicas
      Then validating stage 8 names "traderx-prod-asia, rail complete"
      And validating stage 8 names "traderx-prod-eu/trade-service, closed gates"

    Scenario: Rails that are missing are put up again
      Given the rail "complete" of Asia has been taken down
      When the rails are put up again
      Then validating stage 8 finds nothing wrong

    Scenario: The stages before it are acted out without its rails
      Given stage 8 has been acted out
      When stage 5 is acted out
      Then validating stage 5 finds nothing wrong
