@stage-2
Feature: Stage 2 – Three environments

  One service, three environments: dev, staging and production. Each environment is a space with its own
  clone of the service's unit. A clone is a full copy that may go its own way, and it never forgets where
  it came from: ConfigHub can tell at any time which clones are behind their upstream.

  Only production runs. Dev and staging show that an environment can exist as configuration alone.

  Rule: Environments are clones that know their upstream

    Background:
      Given stage 2 is set up

    Scenario Outline: <environment> has a clone of the service
      Then reference-data in <space> is a clone of the one in traderx
      And reference-data in <space> is up to date with its upstream

      Examples:
        | environment | space           |
        | Dev         | traderx-dev     |
        | Staging     | traderx-staging |
        | Production  | traderx-prod    |

    Scenario: Clones begin as exact copies
      Then reference-data in traderx-dev, traderx-staging and traderx-prod reads exactly as in traderx

    Scenario: Spaces tell which environment they are
      Then the space traderx-staging is labelled as environment "staging"

    Scenario: A change in one environment stays there
      When reference-data in traderx-dev is given 2 replicas
      Then only "reference-data" in traderx-dev has changed

    Scenario: A change of the upstream does not reach clones by itself
      When reference-data in traderx is given 2 replicas
      Then only "reference-data" in traderx has changed
      And the clones in traderx-dev, traderx-staging and traderx-prod are behind their upstream

  Rule: Only production runs

    @picture
    Scenario: Production is deployed
      Given stage 2 is set up
      When stage 2 is deployed
      Then reference-data runs with 1 replica in the namespace of traderx
      And the cluster has the newest revision of "reference-data" in traderx-prod

    Scenario Outline: <environment> stays configuration
      Given stage 2 is running
      Then ConfigHub knows that "reference-data" in <space> was never applied
      And "reference-data" in <space> has no target

      Examples:
        | environment | space           |
        | Dev         | traderx-dev     |
        | Staging     | traderx-staging |

    Scenario: A change in dev does not touch what runs
      Given stage 2 is running
      When reference-data in traderx-dev is given 4 replicas
      Then the cluster is as it was before

  Rule: The stage can be repeated and checked

    Scenario: Doing everything twice changes nothing
      Given stage 2 is running
      When stage 2 is set up and deployed once more
      Then ConfigHub is as it was before
      And the cluster is as it was before

    Scenario: A stage that runs has no findings
      Given stage 2 is running
      Then validating stage 2 finds nothing wrong

    Scenario: A missing clone is named
      Given stage 2 is running
      When the learner deletes the unit "reference-data" in traderx-staging
      Then validating stage 2 finds
        | what                            | expected | found   |
        | traderx-staging/reference-data  | a unit   | nothing |

    Scenario: A clone that is behind is named
      Given stage 2 is running
      When the learner changes the upstream and upgrades only traderx-staging and traderx-prod
      Then validating stage 2 names "traderx-dev/reference-data, upstream revision"

  Rule: What goes wrong is told, and nothing is left half done

    Background:
      Given stage 2 is set up

    Scenario: An upstream unit that does not exist cannot be cloned
      When the learner tries to clone "market-data" from traderx into traderx-dev
      Then the learner is told that there is no such unit
      And ConfigHub is as it was before

    Scenario: An upstream space that does not exist cannot be cloned from
      When the learner tries to clone "reference-data" from traderx-demo into traderx-dev
      Then the learner is told that there is no such space
      And ConfigHub is as it was before

    Scenario: A clone does not overwrite another unit
      When the learner tries to clone "reference-data" from traderx into traderx-dev
      Then the learner is told that the unit exists already
      And ConfigHub is as it was before

    Scenario: An environment that holds a clone is not deleted
      When the learner tries to delete the space traderx-staging
      Then the learner is told that the space is not empty
      And ConfigHub is as it was before
