import type { Envelope, PickleStep, SourceReference } from '@cucumber/messages';
import { Query } from '@cucumber/query';

/** Something wrong between sentences and step definitions. */
export interface Finding {
  /** `steps/deploy.steps.ts:12` */
  place: string;
  message: string;
}

/**
 * Sentences that have no step definition or more than one, and definitions that no sentence uses, from the messages of a
 * run of all features (a dry one will do).
 */
export function stepFindings(messages: readonly Envelope[]): Finding[] {
  const query = new Query();
  for (const message of messages) query.update(message);
  const used = new Set<string>();
  const findings: Finding[] = [];
  for (const { pickleId, testSteps } of messages.flatMap(({ testCase }) => testCase ?? []))
    for (const step of testSteps) {
      const sentence = query.findPickleStepBy(step);
      if (!sentence) continue;
      const definitions = query.findStepDefinitionsBy(step);
      for (const { id } of definitions) used.add(id);
      if (definitions.length === 1) continue;
      const uri = messages.find(({ pickle }) => pickle?.id === pickleId)?.pickle?.uri ?? '';
      findings.push({
        place: `${uri}:${lineOf(query, sentence)}`,
        message:
          definitions.length === 0
            ? `no step definition matches "${sentence.text}"`
            : `"${sentence.text}" is ambiguous: ${definitions.map((one) => placeOf(one.sourceReference)).join(' and ')} match it`,
      });
    }
  for (const { id, pattern, sourceReference } of messages.flatMap(
    ({ stepDefinition }) => stepDefinition ?? [],
  ))
    if (!used.has(id))
      findings.push({ place: placeOf(sourceReference), message: `no sentence uses "${pattern.source}"` });
  return unique(findings).sort((a, b) => a.place.localeCompare(b.place, 'en', { numeric: true }));
}

function lineOf(query: Query, sentence: PickleStep): number {
  return query.findStepBy(sentence)?.location.line ?? 0;
}

function placeOf({ uri, location }: SourceReference): string {
  return `${uri ?? ''}:${location?.line ?? 0}`;
}

/** A background's sentence is in many scenarios. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
