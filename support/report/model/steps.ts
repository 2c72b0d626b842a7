import type { PickleStep, TestCaseStarted, TestStep, TestStepFinished } from '@cucumber/messages';
import { TimeConversion } from '@cucumber/messages';
import type { Query } from '@cucumber/query';
import { evidenceOf } from './evidence';
import type { Step } from './run';
import { statusOf } from './status';

/** The steps of one attempt at a scenario, its hooks among them. */
export function stepsOf(query: Query, started: TestCaseStarted, scenarioId: string): Step[] {
  return query
    .findTestStepFinishedAndTestStepBy(started)
    .map(([finished, step], index) => stepOf(query, finished, step, `${scenarioId}.${index + 1}`));
}

function stepOf(query: Query, finished: TestStepFinished, step: TestStep, id: string): Step {
  const { testStepResult: result } = finished;
  const sentence = query.findPickleStepBy(step);
  return {
    id,
    ...(sentence ? wordsOf(query, sentence) : hookWordsOf(query, step)),
    status: statusOf(result.status),
    seconds: TimeConversion.durationToMilliseconds(result.duration) / 1000,
    error: result.exception?.stackTrace ?? result.message ?? suggestionFor(query, sentence),
    evidence: query.findAttachmentsBy(finished).map(evidenceOf),
  };
}

/** What a definition of a sentence that has none could look like. */
function suggestionFor(query: Query, sentence: PickleStep | undefined): string | undefined {
  const snippet = sentence && query.findSuggestionsBy(sentence)[0]?.snippets[0]?.code;
  return snippet && `No step definition matches this sentence. One could begin so:\n${snippet}`;
}

type Words = Pick<Step, 'keyword' | 'text' | 'hook' | 'docString' | 'table'>;

function wordsOf(query: Query, sentence: PickleStep): Words {
  return {
    keyword: query.findStepBy(sentence)?.keyword.trim() ?? '',
    text: sentence.text,
    hook: false,
    docString: sentence.argument?.docString?.content,
    table: sentence.argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)),
  };
}

function hookWordsOf(query: Query, step: TestStep): Words {
  const hook = query.findHookBy(step);
  const when = hook?.type === 'AFTER_TEST_CASE' ? 'After' : 'Before';
  return { keyword: when, text: hook?.name ?? '', hook: true, docString: undefined, table: undefined };
}
