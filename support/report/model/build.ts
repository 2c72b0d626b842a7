import type { Envelope, GherkinDocument, Pickle } from '@cucumber/messages';
import { TimeConversion } from '@cucumber/messages';
import { Query } from '@cucumber/query';
import type { EnvironmentRecord } from '../media-types';
import { inFeatureOrder, placeOf, scenarioIds } from './ids';
import { problemsOf } from './problems';
import type { Run, Scenario } from './run';
import { scenarioOf } from './scenarios';
import { countsOf, sectionsOf } from './sections';

/**
 * Reads a run out of cucumber's messages. Does so from the messages of an unfinished run as well: what had begun
 * and did not end counts as failed.
 */
export function buildRun(messages: readonly Envelope[]): Run {
  const query = new Query();
  const documents: GherkinDocument[] = [];
  for (const message of messages) {
    query.update(message);
    const document = message.gherkinDocument;
    // A run that was merged from parts has read a feature several times.
    if (document && !documents.some(({ uri }) => uri === document.uri)) documents.push(document);
  }
  const scenarios = allScenarios(query);
  const started = query.findTestRunStarted()?.timestamp;
  const meta = query.findMeta();
  return {
    started: started ? new Date(TimeConversion.timestampToMillisecondsSinceEpoch(started)).toISOString() : '',
    seconds: secondsOf(query, scenarios),
    tools: { cucumber: meta?.implementation.version ?? '', node: meta?.runtime.version ?? '' },
    environment: environmentOf(scenarios),
    sections: sectionsOf(documents, scenarios),
    problems: problemsOf(query, messages),
    totals: countsOf(scenarios),
  };
}

/**
 * In the order of the features, whatever order they ran in, so that two runs give the same report. Ids are given to all
 * scenarios that were read, so that they do not depend on which of them ran.
 */
function allScenarios(query: Query): Scenario[] {
  const placed = (pickle: Pickle) => ({
    uri: pickle.uri,
    line: query.findLocationOf(pickle)?.line ?? 0,
    name: pickle.name,
  });
  const ids = scenarioIds(query.findAllPickles().map(placed));
  return query
    .findAllTestCaseStarted()
    .flatMap((started) => {
      const pickle = query.findPickleBy(started);
      return pickle ? [{ started, pickle, ...placed(pickle) }] : [];
    })
    .sort(inFeatureOrder)
    .map(({ started, pickle, ...place }) =>
      scenarioOf(query, started, pickle, ids.get(placeOf(place)) ?? placeOf(place)),
    );
}

function secondsOf(query: Query, scenarios: readonly Scenario[]): number {
  const duration = query.findTestRunDuration();
  if (duration) return TimeConversion.durationToMilliseconds(duration) / 1000;
  return scenarios.reduce((sum, scenario) => sum + scenario.seconds, 0);
}

function environmentOf(scenarios: readonly Scenario[]): EnvironmentRecord | undefined {
  for (const scenario of scenarios)
    for (const step of scenario.steps)
      for (const item of step.evidence)
        if (item.kind === 'environment') {
          const { kind, ...environment } = item;
          return environment;
        }
  return undefined;
}
