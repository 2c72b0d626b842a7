@stage-6
Feature: Stage 6 – Atomic updates

  Some changes belong together. Market data from Tokyo is such a change: reference-data must offer it, and
  trade-service must ask for it. One without the other would be worse than neither.

  A change set collects both changes and keeps everybody else's hands off the units until it is closed. Then
  it is rolled out as one; and when one unit does not come up, all of them go back. There is no transaction
  over a cluster: it is a lock, one roll-out, a look at every unit, and a way back.

  Background:
    Given the three regions are running

  Rule: While it is open, a change set keeps others out

    @needs-changeset-lock
    Scenario: A stranger's change to a locked unit is refused
      Given a change set is open on both services in all regions
      When somebody tries to give trade-service in the EU 9 replicas
      Then the learner is told that the unit is in a change set
      And ConfigHub is as it was before

    @needs-changeset-lock
    Scenario: A stranger's restore of a locked unit is refused
      Given a change set is open on both services in all regions
      When somebody tries to restore trade-service in the EU to its first revision
      Then the learner is told that the unit is in a change set
      And ConfigHub is as it was before

    @needs-changeset-lock
    Scenario: A second change set cannot open on the same units
      Given a change set is open on both services in all regions
      When somebody tries to open another change set on trade-service in Asia
      Then the learner is told that the unit is in a change set
      And ConfigHub is as it was before

    @needs-changeset-lock
    Scenario: What the change set does not hold stays free
      Given a change set is open on both services in all regions
      When reference-data in traderx-base is given 2 replicas
      Then only "reference-data" in traderx-base has changed

    @needs-changeset-lock
    Scenario: When it is closed the units are free again
      Given a change set has been opened and closed on both services in all regions
      When trade-service in the EU is given 6 replicas
      Then only "trade-service" in traderx-prod-eu has changed

    Scenario: The cluster does not move while changes are collected
      When the Tokyo feed is prepared in a change set
      Then the cluster is as it was before
      And both services have the Tokyo feed in every region in ConfigHub

  Rule: Both services arrive, in every region

    @picture
    Scenario: The Tokyo feed is rolled out
      When the Tokyo feed is rolled out atomically
      Then the whole change has arrived
      And both services run with the Tokyo feed in every region

    Scenario: No settled moment shows one service new and the other old
      Given everything that happens in the cluster is recorded
      When the Tokyo feed is rolled out atomically
      Then no moment after the roll-out had settled shows one service new and the other old

    @needs-changeset-lock
    Scenario: What comes after the change set was closed is not rolled out with it
      Given the Tokyo feed waits in a closed change set
      And trade-service in traderx-prod-eu has been given 6 replicas
      When the closed change set is rolled out
      Then both services run with the Tokyo feed in every region
      And trade-service runs with 5 replicas in the EU

    Scenario: Everything else of the regions stays
      When the Tokyo feed is rolled out atomically
      Then trade-service runs with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |
      And every region still has a namespace of its own

    @needs-running-services
    Scenario: The running services say that they work with Tokyo
      When the Tokyo feed is rolled out atomically
      Then trade-service says in every region that its REFERENCE_DATA_URL is "http://reference-data:8080/v2"
      And reference-data says in every region that its MARKET_DATA_SOURCE is "NYSE,NASDAQ,LSE,TSE"

    Scenario: The history names the change
      When the Tokyo feed is rolled out atomically
      Then the history of "trade-service" in traderx-prod-eu tells of "Trade with the market data of Tokyo"
      And the history of "reference-data" in traderx-prod-eu tells of "Trade with the market data of Tokyo"

  Rule: When one unit fails, the whole set goes back

    @needs-kubelet
    Scenario: An image that does not exist takes the whole change back
      When a Tokyo feed whose trade-service has an image that does not exist is rolled out atomically
      Then the change has not arrived
      And the learner is told which units failed
      And both services have their configuration from before in every region
      And both services run as before in every region

    @needs-kubelet
    Scenario: After the return no region is torn
      Given everything that happens in the cluster is recorded
      When a Tokyo feed whose trade-service has an image that does not exist is rolled out atomically
      Then no moment after the roll-out had settled shows one service new and the other old

    @needs-kubelet
    Scenario: The history keeps the attempt and the return
      When a Tokyo feed whose trade-service has an image that does not exist is rolled out atomically
      Then the history of "trade-service" in traderx-prod-eu tells of "Trade with the market data of Tokyo"
      And the history of "trade-service" in traderx-prod-eu ends with "Take back: Trade with the market data of Tokyo"
      And the history of "reference-data" in traderx-prod-eu ends with "Take back: Trade with the market data of Tokyo"

    @needs-kubelet
    Scenario: After a return the mended change can be rolled out
      Given a Tokyo feed with an image that does not exist has been taken back
      When the Tokyo feed is rolled out atomically
      Then the whole change has arrived
      And both services run with the Tokyo feed in every region

    Scenario: A change that arrived can still be taken back as a whole
      Given the Tokyo feed has been rolled out atomically
      When the Tokyo feed is taken back
      Then both services have their configuration from the beginning in every region
      And both services run as in the beginning in every region

  Rule: Change sets do not mix

    @needs-changeset-lock
    Scenario: Two change sets, one after the other, are two steps of history
      Given the Tokyo feed has been rolled out atomically
      When the closing hours are rolled out atomically
      And the closing hours are taken back
      Then both services run with the Tokyo feed in every region
      And MARKET_CLOSE of trade-service is gone in every region

  Rule: A run that was broken off can be taken up again

    Scenario: Broken off after one service was changed
      Given a run was broken off after it had changed reference-data
      When stage 6 is acted out
      Then both services run with the Tokyo feed in every region
      And no change set is left open

    Scenario: Broken off before anything was changed
      Given a run was broken off after it had opened the change set
      When stage 6 is acted out
      Then both services run with the Tokyo feed in every region
      And no change set is left open

    Scenario: What a broken run left can be taken back without trying again
      Given a run was broken off after it had changed reference-data
      When the broken run is taken back
      Then both services have their configuration from before in every region
      And no change set is left open

  Rule: The stage can be repeated and checked

    Scenario: The whole stage twice changes nothing
      Given stage 6 has been acted out
      When stage 6 is acted out once more
      Then ConfigHub is as it was before
      And the cluster is as it was before
      And validating stage 6 finds nothing wrong

    Scenario: Half a change is named
      When reference-data in the EU gets the Tokyo feed alone
      Then validating stage 6 names "traderx-prod-eu/trade-service, REFERENCE_DATA_URL in ConfigHub"
      And validating stage 6 names "traderx-prod-eu/reference-data, revision in the cluster"

  Rule: Older command lines get there as well

    @needs-bundled-cub @needs-apply
    Scenario: Without change sets that lock, revisions are remembered
      Given a command line without change sets that lock
      When the Tokyo feed is rolled out atomically
      Then the whole change has arrived
      And both services run with the Tokyo feed in every region

    @needs-bundled-cub @needs-kubelet @needs-apply
    Scenario: Without change sets that lock, the whole set still goes back
      Given a command line without change sets that lock
      When a Tokyo feed whose trade-service has an image that does not exist is rolled out atomically
      Then the change has not arrived
      And both services have their configuration from before in every region
      And both services run as before in every region

    @needs-bundled-cub @needs-apply
    Scenario: Without change sets that lock, a broken run can be taken up again
      Given a command line without change sets that lock
      And a run was broken off after it had changed reference-data
      When stage 6 is acted out
      Then both services run with the Tokyo feed in every region
