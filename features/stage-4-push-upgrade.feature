@stage-4
Feature: Stage 4 – Push-upgrade

  A better trading algorithm arrives. It is written once, into the base, and pushed from there to all
  regions. What a region has made its own stays: its replicas, its namespace, and whatever else it changed.
  ConfigHub remembers for every single value who wrote it last, and carries over only what the base changed.

  The push changes configuration. The cluster changes when the regions are applied, and not before.

  Background:
    Given the three regions are running

  Rule: Before the push everyone can see what it would do

    Scenario: Nobody is behind while the base is unchanged
      Then no clone of trade-service is behind its upstream

    Scenario: Regions are behind after the base was changed
      When the algorithm in the base is upgraded to "v2"
      Then exactly the US, the EU and Asia are behind with trade-service
      And only "trade-service" in traderx-base has changed

    Scenario: The preview tells what would change in each region
      Given the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is previewed
      Then the preview tells for the US, the EU and Asia that TRADING_ALGORITHM goes from "v1" to "v2"
      And ConfigHub is as it was before

    @needs-dry-run
    Scenario: The preview does not announce what a region keeps out
      Given the algorithm in the base has been upgraded to "v2"
      And the base of trade-service has been given 4 replicas
      When the upgrade of trade-service is previewed
      Then the preview tells no change of replicas for the EU

  Rule: The push brings what the base changed

    Scenario: The algorithm reaches all regions in ConfigHub
      Given the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then TRADING_ALGORITHM of trade-service is "v2" in every region in ConfigHub
      And no clone of trade-service is behind its upstream

    Scenario: The other service is not touched
      Given the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then reference-data has not changed in any region

    Scenario: A new setting of the base arrives
      Given the base of trade-service has got the setting MARKET_CLOSE "17:30"
      When the upgrade of trade-service is pushed
      Then MARKET_CLOSE of trade-service is "17:30" in every region in ConfigHub

    Scenario: A new image of the base arrives
      Given the base of trade-service has got the image version "v2"
      When the upgrade of trade-service is pushed
      Then trade-service has the image version "v2" in every region in ConfigHub

    Scenario: A new resource of the base arrives
      Given the base of trade-service has got a PodDisruptionBudget
      When the upgrade of trade-service is pushed
      Then trade-service has a PodDisruptionBudget in every region

    Scenario: A resource that the base dropped disappears
      Given the base of trade-service has lost its Service
      When the upgrade of trade-service is pushed
      Then trade-service has no Service in any region

    Scenario: A region that comes later starts at the new base
      Given the algorithm in the base has been upgraded to "v2"
      When trade-service is cloned from traderx-base into the new space traderx-prod-latam
      Then TRADING_ALGORITHM of trade-service is "v2" in traderx-prod-latam
      And trade-service in traderx-prod-latam is up to date with its upstream

  Rule: Every region keeps what it made its own

    Scenario: Given EU has 5 replicas, when the base algorithm is upgraded, then EU still has 5 replicas
      Given the EU has 5 replicas
      When the algorithm in the base is upgraded to "v2"
      And the upgrade of trade-service is pushed
      Then the EU still has 5 replicas

    Scenario: All regions keep their replicas and their namespace
      Given the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then ConfigHub has trade-service with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |
      And every region still has a namespace of its own

    Scenario: A setting that a region added stays
      Given trade-service in Asia has got the setting HOLIDAY_CALENDAR "JPX"
      And the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then HOLIDAY_CALENDAR of trade-service is "JPX" in traderx-prod-asia
      And TRADING_ALGORITHM of trade-service is "v2" in traderx-prod-asia

    Scenario: Settings that both sides added stand side by side
      Given trade-service in Asia has got the setting HOLIDAY_CALENDAR "JPX"
      And the base of trade-service has got the setting MARKET_CLOSE "17:30"
      When the upgrade of trade-service is pushed
      Then HOLIDAY_CALENDAR of trade-service is "JPX" in traderx-prod-asia
      And MARKET_CLOSE of trade-service is "17:30" in traderx-prod-asia

    Scenario: An annotation that a region added stays
      Given trade-service in the EU has got the annotation "traderx.example.com/on-call" "london"
      And the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then trade-service in the EU still has the annotation "traderx.example.com/on-call" "london"

    Scenario: A comment in a region's configuration stays
      Given trade-service in the EU has got the comment "peak of London and Frankfurt" beside its replicas
      And the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then the replicas of trade-service in the EU still have the comment "peak of London and Frankfurt"
      And TRADING_ALGORITHM of trade-service is "v2" in traderx-prod-eu

    Scenario: A value that both sides changed stays the region's, and that is told
      Given the base of trade-service has been given 4 replicas
      When the upgrade of trade-service is pushed
      Then the EU still has 5 replicas
      And the learner is warned that the EU keeps 5 replicas while the base has 4

    Scenario: A value that both sides changed alike is no conflict
      Given trade-service in the EU has got the setting TRADING_ALGORITHM "v2"
      And the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then TRADING_ALGORITHM of trade-service is "v2" in every region in ConfigHub
      And the learner is told of nothing that the EU keeps
      And no clone of trade-service is behind its upstream

  Rule: The cluster changes only when regions are applied

    Scenario: After the push the cluster is as before
      Given the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then the cluster is as it was before
      And the change of trade-service waits to be applied in every region

    @picture
    Scenario: After the regions are applied all of them run the new algorithm
      Given the upgrade to algorithm "v2" has been pushed to all regions
      When the regions are applied
      Then trade-service runs in every region with TRADING_ALGORITHM "v2"
      And trade-service runs with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |

    @needs-running-services
    Scenario: The running services say that they trade with the new algorithm
      Given the upgrade to algorithm "v2" has been pushed to all regions
      When the regions are applied
      Then trade-service says in every region that its TRADING_ALGORITHM is "v2"

    Scenario: One region can go first
      Given the upgrade to algorithm "v2" has been pushed to all regions
      When trade-service is applied in Asia
      Then trade-service runs in Asia with TRADING_ALGORITHM "v2"
      And trade-service runs in the US with TRADING_ALGORITHM "v1"
      And trade-service runs in the EU with TRADING_ALGORITHM "v1"

  Rule: Pushing again changes nothing

    Scenario: A second push has nothing to do
      Given the upgrade to algorithm "v2" has been pushed to all regions
      When the upgrade of trade-service is pushed
      Then ConfigHub is as it was before

    Scenario: A push to regions that are not behind changes nothing
      When all regions are upgraded, whether they are behind or not
      Then ConfigHub is as it was before

    Scenario: The whole stage twice changes nothing
      Given stage 4 has been acted out
      When stage 4 is acted out once more
      Then ConfigHub is as it was before
      And the cluster is as it was before
      And validating stage 4 finds nothing wrong

    Scenario: A region that was left behind is named
      Given the algorithm in the base has been upgraded to "v2"
      Then validating stage 4 names "traderx-prod-eu/trade-service, upstream revision"
      And validating stage 4 names "traderx-prod-eu/trade-service, TRADING_ALGORITHM in ConfigHub"
