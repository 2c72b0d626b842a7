@stage-3
Feature: Stage 3 – Three regions

  Production grows to three regions. All of them are cloned from one base; each runs in a namespace of its
  own and with the replicas that its trading hours need: three in the US for New York, five in the EU for
  the peak of London and Frankfurt, two in Asia for Tokyo overnight.

  The base leaves the namespace open. Each region links its services to its namespace unit, and the link
  fills the name in: no file is edited, no template is rendered.

  Rule: Regions are clones of one base

    Background:
      Given stage 3 is set up

    Scenario Outline: <region> has both services
      Then trade-service in <space> is a clone of the one in traderx-base
      And reference-data in <space> is a clone of the one in traderx-base

      Examples:
        | region | space             |
        | US     | traderx-prod-us   |
        | EU     | traderx-prod-eu   |
        | Asia   | traderx-prod-asia |

    Scenario Outline: Links place <region> in a namespace of its own
      Then trade-service in <space> belongs to the namespace of <space>
      And reference-data in <space> belongs to the namespace of <space>
      And no placeholder is left in <space>

      Examples:
        | region | space             |
        | US     | traderx-prod-us   |
        | EU     | traderx-prod-eu   |
        | Asia   | traderx-prod-asia |

    Scenario: The base holds the manifests, to the byte
      Then trade-service in traderx-base reads exactly as its manifest
      And reference-data in traderx-base reads exactly as its manifest

    Scenario: The base still leaves the namespace open
      Then trade-service in traderx-base has the placeholder as its namespace

    Scenario: Each region has the replicas of its trading hours in ConfigHub
      Then ConfigHub has trade-service with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |

    Scenario: What a region decides is not written back to the base
      Then trade-service in traderx-base has 1 replica in ConfigHub

    Scenario: A change in one region stays there
      When trade-service in the EU is given 6 replicas
      Then only "trade-service" in traderx-prod-eu has changed

    Scenario: A region moves with its namespace
      When the namespace of the EU is renamed to "traderx-prod-europe"
      Then trade-service in traderx-prod-eu belongs to the namespace "traderx-prod-europe"
      And trade-service in traderx-prod-us belongs to the namespace of traderx-prod-us

  Rule: Each region runs in its own namespace

    @picture
    Scenario: All three regions are deployed
      Given stage 3 is set up
      When stage 3 is deployed
      Then trade-service runs with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 2        |

    Scenario: Both services run in every region
      Given the three regions are running
      Then every region runs reference-data with 1 replica
      And every region has the newest revisions in the cluster

    @needs-running-services
    Scenario: The running trade-service tells its settings in every region
      Given the three regions are running
      Then trade-service says in every region that its TRADING_ALGORITHM is "v1"
      And trade-service says in every region that its REFERENCE_DATA_URL is "http://reference-data:8080"

    Scenario: The cluster changes only when a region is applied
      Given the three regions are running
      When trade-service in the EU is given 6 replicas
      Then the change of "trade-service" in traderx-prod-eu waits to be applied
      And trade-service runs with 5 replicas in the EU

    Scenario: A region can be applied alone
      Given the three regions are running
      And trade-service in the EU and in Asia has been given 4 replicas
      When trade-service is applied in Asia
      Then trade-service runs with
        | region | replicas |
        | US     | 3        |
        | EU     | 5        |
        | Asia   | 4        |

  Rule: The stage can be repeated and checked

    Background:
      Given the three regions are running

    Scenario: Doing everything twice changes nothing
      When stage 3 is set up and deployed once more
      Then ConfigHub is as it was before
      And the cluster is as it was before

    Scenario: Regions that run have no findings
      Then validating stage 3 finds nothing wrong

    Scenario: Somebody scales a region by hand, and it is noticed
      When somebody scales trade-service in the EU to 4 replicas behind ConfigHub's back
      Then validating stage 3 finds
        | what                                                | expected | found |
        | trade-service in namespace traderx-prod-eu, replicas | 5        | 4     |

    Scenario: Deploying again brings back what was scaled by hand
      Given somebody has scaled trade-service in the EU to 4 replicas, and it was noticed
      When stage 3 is deployed
      Then trade-service runs with 5 replicas in the EU
      And validating stage 3 finds nothing wrong

    Scenario: Deploying again brings back a namespace that somebody deleted
      Given somebody has deleted the namespace of the EU
      When stage 3 is deployed
      Then trade-service runs with 5 replicas in the EU
      And validating stage 3 finds nothing wrong

    Scenario: Wrong replicas in ConfigHub are named with their region
      When trade-service in Asia is given 7 replicas
      Then validating stage 3 names "traderx-prod-asia/trade-service, replicas in ConfigHub"
      And validating stage 3 names "traderx-prod-asia/trade-service, revision in the cluster"

  Rule: What goes wrong is told, and nothing is left half done

    @needs-apply
    Scenario: Services do not come before their namespace
      Given stage 3 is set up
      When the learner tries to apply "trade-service" in traderx-prod-eu before its namespace
      Then the learner is told that the cluster has no such namespace
      And ConfigHub knows that "trade-service" in traderx-prod-eu never arrived in the cluster
      And the cluster runs nothing in the namespace of traderx-prod-eu

    Scenario: A link to a unit that provides nothing leaves the placeholder
      Given stage 3 is set up
      And "reference-data" has been cloned from traderx-base into traderx-prod-us as "spare-data"
      When the learner links "spare-data" to "trade-service" in traderx-prod-us
      Then "spare-data" in traderx-prod-us still has the placeholder as its namespace

    Scenario: A link to a unit that does not exist is refused
      Given stage 3 is set up
      When the learner tries to link "trade-service" to "ns-mars" in traderx-prod-us
      Then the learner is told that there is no such unit
      And ConfigHub is as it was before

    Scenario: A space that others link into is not deleted
      Given stage 3 is set up
      When the learner tries to delete the space traderx-infra
      Then the learner is told that the space is not empty
      And ConfigHub is as it was before
