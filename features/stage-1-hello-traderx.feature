@stage-1
Feature: Stage 1 – Hello TraderX

  ConfigHub keeps configuration as data. A unit holds the manifests of one service, a space holds the
  units that belong together, and every change of a unit becomes a revision that can be read and taken
  back. Writing there touches no cluster. Only when a unit is applied does a worker, which lives in the
  cluster, carry the unit's newest revision over and watch it come up.

  The learner starts with one space, one service, and one cluster.

  Rule: A service is configuration before it is anything else

    Background:
      Given stage 1 is set up

    Scenario: The first unit holds the manifests of the first service
      Then the space traderx holds the units "ns-traderx" and "reference-data"
      And reference-data in traderx holds a Deployment and a Service

    Scenario: A link fills in what the manifest leaves open
      Then reference-data in traderx belongs to the namespace of traderx
      And no placeholder is left in traderx

    @needs-apply
    Scenario: A worker connects and offers the cluster as a target
      Then the worker of traderx is connected
      And every unit of traderx has that worker's cluster as its target

    Scenario: Nothing is deployed before a unit is applied
      Then the cluster runs nothing in the namespace of traderx
      And ConfigHub knows that "reference-data" in traderx was never applied

  Rule: Applying brings it to the cluster

    @picture
    Scenario: The service runs after its unit is applied
      Given stage 1 is set up
      When stage 1 is deployed
      Then reference-data runs with 1 replica in the namespace of traderx
      And the cluster has the newest revision of "reference-data" in traderx

    Scenario: The cluster knows who brought the service
      Given stage 1 is running
      Then the cluster names ConfigHub as the owner of reference-data in the namespace of traderx

    @needs-running-services
    Scenario: The running service has the settings of its unit
      Given stage 1 is running
      Then reference-data in the namespace of traderx says that its MARKET_DATA_SOURCE is "NYSE,NASDAQ,LSE"

    Scenario: A later change waits in ConfigHub until it is applied
      Given stage 1 is running
      When reference-data in traderx is given 2 replicas
      Then the change of "reference-data" in traderx waits to be applied
      And reference-data runs with 1 replica in the namespace of traderx

    Scenario: A later change arrives when it is applied
      Given stage 1 is running
      And reference-data in traderx has been given 2 replicas
      When stage 1 is deployed
      Then reference-data runs with 2 replicas in the namespace of traderx
      And the cluster has the newest revision of "reference-data" in traderx

    Scenario: Every change is a revision that says why it was made
      Given stage 1 is running
      When reference-data in traderx is given 2 replicas
      Then the history of "reference-data" in traderx ends with "Give reference-data 2 replicas"

  Rule: The stage can be repeated and checked

    Scenario: Doing everything twice changes nothing
      Given stage 1 is running
      When stage 1 is set up and deployed once more
      Then ConfigHub is as it was before
      And the cluster is as it was before

    Scenario: A stage that runs has no findings
      Given stage 1 is running
      Then validating stage 1 finds nothing wrong

    Scenario: A stage that is not deployed yet is told from one that is
      Given stage 1 is set up
      Then validating stage 1 names "traderx/ns-traderx, revision in the cluster"
      And validating stage 1 names "traderx/reference-data, revision in the cluster"
      And validating stage 1 names "reference-data in namespace traderx"

  Rule: What goes wrong is told, and nothing is left half done

    Scenario: A space that exists already is not made again
      Given stage 1 is set up
      When the learner tries to create the space traderx
      Then the learner is told that the space exists already
      And ConfigHub is as it was before

    Scenario: A manifest that is no YAML is refused
      Given stage 1 is set up
      When the learner tries to create the unit "broken" in traderx from
        """
        apiVersion: v1
        kind: [ConfigMap
        """
      Then the learner is told that the manifest is no YAML
      And ConfigHub is as it was before

    Scenario: A manifest that is no Kubernetes object is refused
      Given stage 1 is set up
      When the learner tries to create the unit "shopping-list" in traderx from
        """
        milk: 2
        eggs: 12
        """
      Then the learner is told that the manifest is no Kubernetes object
      And ConfigHub is as it was before

    Scenario: A name that is taken is not overwritten
      Given stage 1 is set up
      When the learner tries to create the unit "reference-data" in traderx from
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: reference-data
        """
      Then the learner is told that the unit exists already
      And ConfigHub is as it was before

    Scenario: A unit without a target cannot be applied
      Given the space traderx holds reference-data, and no worker
      When the learner tries to apply "reference-data" in traderx
      Then the learner is told that the unit has no target
      And ConfigHub is as it was before
      And the cluster is as it was before

    Scenario: A unit that does not exist cannot be applied
      Given stage 1 is set up
      When the learner tries to apply "refrence-data" in traderx
      Then the learner is told that there is no such unit
      And the cluster is as it was before

    Scenario: A worker that never connects is waited for, but not for ever
      Given the worker of traderx has lost its connection
      When the learner tries to apply "ns-traderx" in traderx
      Then the learner is told that the action did not complete
      And the cluster is as it was before

    @needs-apply
    Scenario: A cluster that refuses is quoted
      Given stage 1 is set up
      When the learner tries to apply "reference-data" in traderx before its namespace
      Then the learner is told that the cluster has no such namespace
      And ConfigHub knows that "reference-data" in traderx never arrived in the cluster
      And the cluster runs nothing in the namespace of traderx

    @needs-apply
    Scenario: After a refusal the learner can go on
      Given stage 1 is set up
      And the learner has tried to apply "reference-data" in traderx before its namespace
      When stage 1 is deployed
      Then validating stage 1 finds nothing wrong

    Scenario: A space that holds units is not deleted
      Given stage 1 is running
      When the learner tries to delete the space traderx
      Then the learner is told that the space is not empty
      And ConfigHub is as it was before
      And the cluster is as it was before
