@quick-start
Feature: Quick start

  Three ways in: take the whole tutorial from the first stage to the last, jump to the stage of interest, or
  see one service run. Whichever it is, everything can be removed again, and nothing else is touched.

  Scenario: Jump to the three regions
    Given nothing of MicroTraderX exists yet
    When the learner jumps to stage 3
    Then validating stage 3 finds nothing wrong

  Scenario: The quick demo ends with a service that runs
    Given nothing of MicroTraderX exists yet
    When the learner takes the quick demo
    Then reference-data runs with 1 replica in the namespace of traderx
    And validating stage 1 finds nothing wrong

  Scenario: A stage that comes later goes on from what is there
    Given stage 1 is running
    When the learner jumps to stage 2
    Then validating stage 1 finds nothing wrong
    And validating stage 2 finds nothing wrong

  Scenario: Removing everything leaves nothing behind
    Given the three regions are running
    When everything is removed
    Then no space of MicroTraderX is left
    And the namespaces of MicroTraderX go away

  Scenario: Removing everything takes change sets along
    Given stage 6 has been acted out
    When everything is removed
    Then no space of MicroTraderX is left

  Scenario: Removing everything touches nobody else, whatever their names
    Given the three regions are running
    And a stranger has a space "traderx-of-somebody-else" and a namespace "traderx-of-somebody-else"
    When everything is removed
    Then the space "traderx-of-somebody-else" and the namespace "traderx-of-somebody-else" are still there

  Scenario: Removing when nothing is there is no error
    Given nothing of MicroTraderX exists yet
    When everything is removed
    Then no space of MicroTraderX is left
