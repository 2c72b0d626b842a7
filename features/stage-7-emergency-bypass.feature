@stage-7
Feature: Stage 7 – Emergency bypass

  Markets run wild in Europe and a circuit breaker must go in, now. It is made where it burns, in the EU, and
  goes from there straight to Asia, which opens next. The US sleeps and is left alone. When all is quiet, the
  US is back-filled and the base brought in line, so that nobody forgets the fix.

  The way is not the normal one, and nothing is lost on it: every region keeps what is its own, and the
  history tells who did what, and when.

  Rule: The fix goes where it is needed, and nowhere else

    Background:
      Given the three regions are running

    Scenario: The EU is fixed first
      When the circuit breaker goes in in the EU
      Then trade-service runs in the EU with CIRCUIT_BREAKER "true"
      And trade-service runs in Asia with CIRCUIT_BREAKER "false"
      And trade-service runs in the US with CIRCUIT_BREAKER "false"

    Scenario: Asia gets the fix from the EU
      Given the circuit breaker has gone in in the EU
      When it goes on from the EU to Asia
      Then trade-service runs in Asia with CIRCUIT_BREAKER "true"

    @picture
    Scenario: Asia gets the fix and nothing else from the EU
      Given the circuit breaker has gone in in the EU
      When it goes on from the EU to Asia
      Then trade-service runs with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |
      And every region still has a namespace of its own
      And in traderx-prod-asia only CIRCUIT_BREAKER of trade-service differs

    Scenario: An older difference of the EU is not carried along
      Given trade-service in the EU has got the setting DESK "london"
      And the circuit breaker has gone in in the EU
      When it goes on from the EU to Asia
      Then DESK of trade-service is gone in traderx-prod-asia

    Scenario: The US is untouched, to the byte
      Given the circuit breaker has gone in in the EU
      When it goes on from the EU to Asia
      Then "trade-service" in traderx-prod-us and traderx-base reads as it did before
      And the cluster runs the US as it did before

    Scenario: Asia still belongs to the base
      Given the circuit breaker has gone in in the EU
      When it goes on from the EU to Asia
      Then trade-service in traderx-prod-asia is a clone of the one in traderx-base

    @needs-running-services
    Scenario: The running services tell who is protected
      When the emergency bypass takes the circuit breaker from the EU to Asia
      Then the running trade-service says that its CIRCUIT_BREAKER is
        | region | value |
        | US     | false |
        | EU     | true  |
        | Asia   | true  |

    Scenario: A fix that was never made cannot be promoted
      When the learner tries to take the circuit breaker from the US to Asia
      Then the learner is told that the US never had the fix
      And ConfigHub is as it was before

    Scenario: Promoting twice changes nothing
      Given the emergency bypass has taken the circuit breaker from the EU to Asia
      When it goes on from the EU to Asia
      Then ConfigHub is as it was before
      And the cluster is as it was before

  Rule: Afterwards everyone gets the fix

    Background:
      Given the three regions are running
      And the emergency bypass has taken the circuit breaker from the EU to Asia

    Scenario: The US is back-filled
      When the US is back-filled from the EU
      Then trade-service runs in the US with CIRCUIT_BREAKER "true"
      And trade-service runs with 3 replicas in the US

    Scenario: The base is brought in line
      Given the US has been back-filled from the EU
      When the base is brought in line
      Then CIRCUIT_BREAKER of trade-service is "true" in traderx-base
      And no clone of trade-service is behind its upstream
      And no region's configuration has changed

    Scenario: The next push-upgrade loses nothing of it
      Given the US has been back-filled from the EU
      And the base has been brought in line
      And the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then CIRCUIT_BREAKER of trade-service is "true" in every region in ConfigHub
      And TRADING_ALGORITHM of trade-service is "v2" in every region in ConfigHub
      And ConfigHub has trade-service with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |

    Scenario: A push-upgrade before the back-fill does not undo the bypass
      Given the algorithm in the base has been upgraded to "v2"
      When the upgrade of trade-service is pushed
      Then CIRCUIT_BREAKER of trade-service is "true" in traderx-prod-eu
      And CIRCUIT_BREAKER of trade-service is "true" in traderx-prod-asia
      And CIRCUIT_BREAKER of trade-service is "false" in traderx-prod-us

  Rule: The history tells who, what and when

    Scenario: The fix is in the history of the regions that have it
      Given the three regions are running
      When the emergency bypass takes the circuit breaker from the EU to Asia
      Then the history of "trade-service" in traderx-prod-eu tells who made "Hotfix: stop trading when the market runs wild", and when
      And the history of "trade-service" in traderx-prod-asia tells of "Hotfix: stop trading when the market runs wild"
      And the history of "trade-service" in traderx-prod-us tells nothing of "Hotfix"

    Scenario: The fix can be found in the history as one change
      Given the three regions are running
      When the emergency bypass takes the circuit breaker from the EU to Asia
      Then the last change of trade-service in traderx-prod-eu is that CIRCUIT_BREAKER went from "false" to "true"

  Rule: Without an emergency a change goes its normal way

    Background:
      Given the regions and their rehearsals are running

    Scenario: From dev over staging to the US, the EU and Asia
      When the circuit breaker is promoted in the normal order
      Then trade-service runs with CIRCUIT_BREAKER "true" in dev, staging, the US, the EU and Asia
      And trade-service runs with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |

    @needs-kubelet
    Scenario: A change that fails in dev goes no further
      Given trade-service in traderx-dev has got an image that does not exist
      When the learner tries to promote the circuit breaker in the normal order
      Then the learner is told that dev does not come up
      And "trade-service" in traderx-staging and traderx-prod-us reads as it did before

  Rule: The stage can be repeated and checked

    Scenario: The whole stage twice changes nothing
      Given stage 7 has been acted out
      When stage 7 is acted out once more
      Then ConfigHub is as it was before
      And the cluster is as it was before
      And validating stage 7 finds nothing wrong

    Scenario: A region without the fix is named
      Given the three regions are running
      When the emergency bypass takes the circuit breaker from the EU to Asia
      Then validating stage 7 names "traderx-prod-us/trade-service, CIRCUIT_BREAKER in ConfigHub"

  Rule: Older command lines get there as well

    @needs-bundled-cub @needs-apply
    Scenario: Without merging between units the fix is made again
      Given the three regions are running
      And a command line without merging between units
      When the emergency bypass takes the circuit breaker from the EU to Asia
      Then trade-service runs in Asia with CIRCUIT_BREAKER "true"
      And "trade-service" in traderx-prod-us and traderx-base reads as it did before
