@stage-5
Feature: Stage 5 – Find and fix

  Configuration that is data can be asked. Which services have more than two replicas, in any region? Which
  wait to be applied? The answer is exact, and a fix can be made in exactly the places that were found:
  nothing is edited by hand, and nobody is forgotten.

  Questions come in two kinds: about what ConfigHub knows of a unit, and about the config data inside it.

  Background:
    Given the three regions are running

  Rule: Questions have exact answers, over all spaces

    Scenario: By name
      When the learner looks for units called "trade-service"
      Then exactly these are found
        | space             | unit          |
        | traderx-base      | trade-service |
        | traderx-prod-us   | trade-service |
        | traderx-prod-eu   | trade-service |
        | traderx-prod-asia | trade-service |

    Scenario: By the environment of their space
      When the learner looks for "trade-service" in spaces labelled as environment "prod"
      Then exactly these are found
        | space             | unit          |
        | traderx-prod-us   | trade-service |
        | traderx-prod-eu   | trade-service |
        | traderx-prod-asia | trade-service |

    Scenario: By config data
      When the learner looks for services with more than 2 replicas
      Then exactly these are found
        | space           | unit          |
        | traderx-prod-us | trade-service |
        | traderx-prod-eu | trade-service |

    Scenario: By a value deep inside config data
      When the learner looks for services whose image is "trade-service"
      Then exactly these are found
        | space             | unit          |
        | traderx-base      | trade-service |
        | traderx-prod-us   | trade-service |
        | traderx-prod-eu   | trade-service |
        | traderx-prod-asia | trade-service |

    Scenario: By both at once
      When the learner looks for services of the region "asia" with more than 1 replica
      Then exactly these are found
        | space             | unit          |
        | traderx-prod-asia | trade-service |

    Scenario: By what is not applied yet
      Given trade-service in traderx-prod-asia has been given 4 replicas
      When the learner looks for units of the regions that wait to be applied
      Then exactly these are found
        | space             | unit          |
        | traderx-prod-asia | trade-service |

    Scenario: A question that nothing fulfils finds nothing
      When the learner looks for services with more than 99 replicas
      Then nothing is found

    @needs-named-filters
    Scenario: A question that is asked often gets a name
      Given the question for services with more than 2 replicas is kept under the name "busy"
      When the learner asks "busy"
      Then exactly these are found
        | space           | unit          |
        | traderx-prod-us | trade-service |
        | traderx-prod-eu | trade-service |

    @needs-named-filters
    Scenario: A named question is answered anew each time
      Given the question for services with more than 2 replicas is kept under the name "busy"
      And "busy" has been asked
      And trade-service in traderx-prod-asia has been given 6 replicas
      When the learner asks "busy"
      Then exactly these are found
        | space             | unit          |
        | traderx-prod-us   | trade-service |
        | traderx-prod-eu   | trade-service |
        | traderx-prod-asia | trade-service |

  Rule: A fix touches exactly what was found

    Scenario: The found units are fixed, each with one revision that says why
      When all services with more than 2 replicas are scaled down to 2 because of "After the close"
      Then exactly "trade-service" in traderx-prod-us and traderx-prod-eu has changed
      And "trade-service" has one new revision "After the close" in traderx-prod-us and traderx-prod-eu
      And ConfigHub has trade-service with
        | region | replicas |
        | US     | 2        |
        | EU     | 2        |
        | Asia   | 2        |

    Scenario: What does not match stays as it is, to the byte
      Given trade-service in traderx-prod-asia has been given 1 replica
      When all services with more than 2 replicas are scaled down to 2 because of "After the close"
      Then "trade-service" in traderx-prod-asia and traderx-base reads as it did before
      And reference-data has not changed in any region

    Scenario: Fixing again finds nothing to fix
      Given all services with more than 2 replicas have been scaled down to 2
      When all services with more than 2 replicas are scaled down to 2 because of "After the close"
      Then ConfigHub is as it was before

    Scenario: A fix changes nothing else in what it touches
      When all services with more than 2 replicas are scaled down to 2 because of "After the close"
      Then in traderx-prod-eu only the replicas of trade-service differ

    @picture
    Scenario: The EU is scaled down after the close
      When the EU is scaled down to 2 replicas after the close
      And trade-service is applied in the EU
      Then trade-service runs with
        | region | replicas |
        | US     | 3        |
        | EU     | 2        |
        | Asia   | 2        |

    Scenario: A fix waits in ConfigHub until it is applied
      When all services with more than 2 replicas are scaled down to 2 because of "After the close"
      Then the cluster is as it was before

  Rule: A question that is put wrongly is answered with how to put it

    Scenario Outline: <mistake>
      When the learner asks for units where <condition>
      Then the learner is told that the condition is not understood
      And the learner is told to write <instead>
      And ConfigHub is as it was before

      Examples:
        | mistake                                  | condition                                  | instead                              |
        | Searching the text of config data        | "Data CONTAINS 'replicas: 5'"              | "--where-data \"spec.replicas = 5\"" |
        | A path of config data as an attribute    | "spec.replicas > 2"                        | "--where-data \"spec.replicas > 2\"" |
        | One or the other                         | "Slug = 'a' OR Slug = 'b'"                 | "Slug IN ('a', 'b')"                 |
        | A star for everything                    | "*"                                        | "Slug != ''"                         |

    Scenario: An attribute that units do not have
      When the learner asks for units where "Colour = 'red'"
      Then the learner is told that the condition is not understood

    Scenario: A function with a wrong argument changes nothing
      When the learner tries to give trade-service in every region "many" replicas
      Then the learner is told that "many" is no number
      And ConfigHub is as it was before

    Scenario: A function that does not exist changes nothing
      When the learner tries to call "set-replica-count" on trade-service in every region
      Then the learner is told that the function does not exist
      And ConfigHub is as it was before

  Rule: The stage can be repeated and checked

    Scenario: The whole stage twice changes nothing
      Given stage 5 has been acted out
      When stage 5 is acted out once more
      Then the configuration of every region reads as it did before
      And validating stage 5 finds nothing wrong
