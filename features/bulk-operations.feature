@bulk
Feature: Bulk operations

  What is done to one service can be done to all of them in one go: scale everywhere, change a version
  everywhere, see everywhere how things stand. Each region answers for itself; when some fail, the others
  are done, and nobody has to guess which.

  Background:
    Given the three regions are running

  Scenario: Scaling all regions at once
    When trade-service is scaled to 3 replicas everywhere
    Then trade-service runs with
      | region | replicas |
      | US     | 3        |
      | EU     | 3        |
      | Asia   | 3        |

  Scenario: Scaling one service leaves the other alone
    When trade-service is scaled to 3 replicas everywhere
    Then reference-data has not changed in any region

  @needs-published-versions
  Scenario: Changing the version in all regions at once
    When trade-service is set to version "v2" everywhere
    Then trade-service runs version "v2" in every region
    And trade-service runs with
      | region | replicas |
      | US     | 3        |
      | EU     | 5        |
      | Asia   | 2        |

  Scenario: Doing it again changes nothing
    Given trade-service has been scaled to 3 replicas everywhere
    When trade-service is scaled to 3 replicas everywhere
    Then ConfigHub is as it was before
    And the cluster is as it was before

  Scenario: When one region cannot, the others are done, and that one is named
    Given trade-service in Asia has lost its target
    When trade-service is scaled to 4 replicas everywhere
    Then exactly Asia is reported to have failed
    And trade-service runs with
      | region | replicas |
      | US     | 4        |
      | EU     | 4        |
      | Asia   | 2        |

  @needs-changeset-lock
  Scenario: When somebody works on one region, nothing is scaled, and the lock is named
    Given somebody's change set is open on trade-service in the EU
    When the learner tries to scale trade-service to 4 replicas everywhere
    Then the learner is told that the unit is in a change set
    And ConfigHub is as it was before
    And the cluster is as it was before

  Scenario: The status tells what is wanted and what is there
    Given trade-service in traderx-prod-eu has been given 6 replicas
    When the status of all regions is asked for
    Then the status of trade-service is
      | region | wanted | ready | waits to be applied | behind the base |
      | US     | 3      | 3     | no                  | no              |
      | EU     | 6      | 5     | yes                 | no              |
      | Asia   | 2      | 2     | no                  | no              |

  Scenario: The status tells who is behind the base
    Given the algorithm in the base has been upgraded to "v2"
    When the status of all regions is asked for
    Then the status of trade-service is
      | region | wanted | ready | waits to be applied | behind the base |
      | US     | 3      | 3     | no                  | yes             |
      | EU     | 5      | 5     | no                  | yes             |
      | Asia   | 2      | 2     | no                  | yes             |
