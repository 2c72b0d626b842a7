import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { verdictOf } from '../commands/test/verdict';
import { summaryText } from './console/summary';
import { tellGitHub } from './github';
import type { Scenario } from './model/run';
import { scenariosOf } from './model/sections';
import { outcomeOf } from './model/status';
import { createRedactor } from './redact';
import { maskedRun, type ReportFile, reportFiles, writeReports } from './write';

const kit = join(dirname(require.resolve('@cucumber/compatibility-kit/package.json')), 'features');

type Expected = [passed: number, failed: number, skipped: number, verdict: 'in order' | 'red'];

/** What each sample of the kit must come to, by its feature and what is said of it there. */
const samples: Record<string, Expected> = {
  'all-statuses': [1, 4, 1, 'red'],
  ambiguous: [0, 1, 0, 'red'],
  attachments: [7, 1, 0, 'red'],
  backgrounds: [2, 0, 0, 'in order'],
  cdata: [1, 0, 0, 'in order'],
  'data-tables': [1, 0, 0, 'in order'],
  'doc-strings': [3, 0, 0, 'in order'],
  // To cucumber a scenario without steps has passed; to us it proves nothing.
  empty: [0, 1, 0, 'red'],
  'examples-tables': [5, 2, 0, 'red'],
  'examples-tables-attachment': [2, 0, 0, 'in order'],
  'examples-tables-undefined': [0, 3, 0, 'red'],
  'examples-tables-undefined-multiple': [0, 4, 0, 'red'],
  'failedish-combinations': [0, 8, 1, 'red'],
  'global-hooks': [1, 1, 0, 'red'],
  'global-hooks-afterall-error': [1, 0, 0, 'red'],
  // What hooks of the whole run attach is in messages.ndjson only.
  'global-hooks-attachments': [1, 0, 0, 'in order'],
  'global-hooks-beforeall-error': [0, 0, 0, 'red'],
  hooks: [1, 1, 0, 'red'],
  'hooks-attachment': [1, 0, 0, 'in order'],
  'hooks-conditional': [1, 2, 0, 'red'],
  'hooks-named': [1, 0, 0, 'in order'],
  // A run in which all was skipped proves nothing.
  'hooks-skipped': [0, 0, 3, 'red'],
  'hooks-undefined': [0, 1, 0, 'red'],
  markdown: [1, 1, 0, 'red'],
  minimal: [1, 0, 0, 'in order'],
  'multiple-features': [9, 0, 0, 'in order'],
  'multiple-features-reversed': [9, 0, 0, 'in order'],
  'parameter-types': [1, 0, 0, 'in order'],
  pending: [0, 3, 0, 'red'],
  'pending-exception': [0, 1, 0, 'red'],
  'regular-expression': [1, 0, 0, 'in order'],
  retry: [3, 1, 0, 'red'],
  'retry-ambiguous': [0, 1, 0, 'red'],
  'retry-pending': [0, 1, 0, 'red'],
  'retry-undefined': [0, 1, 0, 'red'],
  rules: [3, 0, 0, 'in order'],
  'rules-backgrounds': [2, 0, 0, 'in order'],
  skipped: [0, 0, 2, 'red'],
  'skipped-exception': [0, 0, 1, 'red'],
  'skipped-failing-hook': [0, 1, 0, 'red'],
  'stack-traces': [0, 1, 0, 'red'],
  'test-run-exception': [0, 0, 0, 'red'],
  undefined: [0, 4, 0, 'red'],
  'undefined-multiple': [0, 7, 0, 'red'],
  'unknown-parameter-type': [0, 1, 0, 'red'],
  'unused-steps': [1, 0, 0, 'in order'],
};

describe("cucumber's compatibility kit, reported", () => {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'));
  after(() => rmSync(folder, { recursive: true }));

  /** What a reader of each of the outputs gets. */
  const reported = async (name: string) => {
    const lines = readFileSync(join(kit, name, `${name}.ndjson`), 'utf8')
      .trim()
      .split('\n');
    const messages = lines.map((line) => JSON.parse(line) as Envelope);
    const masked = maskedRun(messages, createRedactor());
    const goal = join(folder, name);
    await writeReports(masked, goal);
    const { run } = masked;
    let annotations = '';
    tellGitHub(run, { GITHUB_ACTIONS: 'true' }, (text) => {
      annotations += text;
    });
    const success = messages.some(({ testRunFinished }) => testRunFinished?.success);
    return {
      run,
      messages,
      scenarios: run.sections.flatMap(scenariosOf),
      verdict: verdictOf(run, success, false),
      console: summaryText(run, 'index.html'),
      annotations,
      file: (file: ReportFile) => readFileSync(join(goal, file), 'utf8'),
    };
  };

  it('is known in full', () => assert.deepEqual(Object.keys(samples), readdirSync(kit).sort()));

  for (const [name, [passed, failed, skipped, verdict]] of Object.entries(samples))
    describe(name, () => {
      let report: Awaited<ReturnType<typeof reported>>;
      before(async () => {
        report = await reported(name);
      });
      const broken = () => report.scenarios.filter(({ status }) => outcomeOf(status) === 'failed');

      it(`has ${passed} passed, ${failed} failed, ${skipped} skipped, and is ${verdict}, in each file`, () => {
        const counts = { passed, failed, skipped };
        assert.deepEqual(report.run.totals, counts);
        assert.equal(report.verdict.ok, verdict === 'in order');
        const file = JSON.parse(report.file('stages.json'));
        assert.deepEqual({ passed: file.passed, failed: file.failed, skipped: file.skipped }, counts);
        assert.ok(
          report.file('index.html').includes(`${passed} passed, ${failed} failed, ${skipped} skipped`),
        );
        assert.ok(report.file('stages.md').includes(`| **${passed}** | **${failed}** | **${skipped}** |`));
        const junit = report.file('junit.xml');
        assert.equal(junit.match(/<failure /g)?.length ?? 0, failed);
        assert.equal(junit.match(/<skipped /g)?.length ?? 0, skipped);
        assert.equal(junit.match(/<error /g)?.length ?? 0, report.run.problems.length);
      });

      it('tells of each scenario that ran, as its last attempt went', () => {
        assert.deepEqual(toldOf(report.scenarios), ranIn(report.messages));
        for (const { name: title } of report.scenarios) {
          assert.ok(report.file('index.html').includes(`<span class="name">${inPage(title)}</span>`), title);
          assert.ok(report.file('junit.xml').includes(` name="${inXml(title)}" `), title);
        }
      });

      it('tells what broke, in which step, and how to run it again, wherever a reader looks', () => {
        for (const { failure, rerun, name: title } of broken()) {
          const first = (failure?.message ?? '').split('\n')[0] ?? '';
          assert.ok(first.length > 10, `${title} says nothing of why it broke`);
          for (const part of [first, failure?.step ?? '', rerun]) {
            assert.ok(report.file('index.html').includes(inPage(part)), part);
            assert.ok(report.file('junit.xml').includes(inXml(part)), part);
            assert.ok(report.file('stages.md').includes(part), part);
            assert.ok(report.console.includes(part), part);
            assert.ok(report.annotations.includes(part.replaceAll('%', '%25')), part);
          }
        }
        for (const problem of report.run.problems) {
          assert.ok(report.file('index.html').includes(inPage(problem)), problem);
          assert.ok(report.console.includes(problem), problem);
        }
      });

      it('leaves XML that is well formed, and lines of messages', () => {
        assert.equal(unclosed(report.file('junit.xml')), '');
        for (const file of reportFiles) assert.ok(report.file(file).length > 0, file);
        for (const line of report.file('messages.ndjson').trim().split('\n')) JSON.parse(line);
      });
    });

  const told = async (name: string) => {
    const { scenarios } = await reported(name);
    return scenarios.map(({ name: title, status, attempts, failure, skipReason, steps, rule }) => ({
      title,
      status,
      attempts,
      why: failure && `${failure.status}: ${failure.step}: ${failure.message.split('\n')[0]}`,
      skipReason,
      rule,
      evidence: steps.flatMap((step) => step.evidence),
      hooks: steps.filter(({ hook }) => hook).map(({ keyword, text }) => `${keyword} ${text}`.trim()),
    }));
  };

  it('counts attempts', async () =>
    assert.deepEqual(
      (await told('retry')).map(({ attempts, status }) => `${status} ${attempts}`),
      ['passed 1', 'passed 2', 'passed 3', 'failed 3'],
    ));

  it('names the definitions among which a sentence cannot choose', async () => {
    const { file } = await reported('ambiguous');
    for (const part of ['2 step definitions match this sentence', 'a step with (.*?)$', 'ambiguous.ts:7'])
      assert.ok(file('index.html').includes(inPage(part)), part);
  });

  it('tells of several broken steps the worst', async () => {
    const [first] = await told('failedish-combinations');
    assert.equal(first?.why, 'ambiguous: And an ambiguous step: 2 step definitions match this sentence:');
  });

  it('shows what was attached, images as images, without codes of a terminal', async () => {
    const { file } = await reported('attachments');
    const kinds = (await told('attachments')).flatMap(({ evidence }) =>
      evidence.map((item) => (item.kind === 'other' ? `${item.title} ${item.bytes}` : item.kind)),
    );
    assert.deepEqual(kinds, [
      'application/octet-stream 5',
      'text',
      'text',
      'text',
      'text',
      'renamed.pdf 10061',
      'text',
      'application/octet-stream 5',
    ]);
    assert.ok(!file('index.html').includes('\u001b'));
    const [jpeg, png] = (await told('examples-tables-attachment')).flatMap(({ evidence }) => evidence);
    assert.ok(jpeg?.kind === 'image' && jpeg.source.startsWith('data:image/jpeg;base64,/9j/'));
    assert.ok(png?.kind === 'image' && png.source.startsWith('data:image/png;base64,iVBOR'));
  });

  it('tells hooks by name, rows by number, scenarios by their rule, skips by their reason', async () => {
    assert.deepEqual(
      (await told('hooks-named')).flatMap(({ hooks }) => hooks),
      ['Before A named before hook', 'After A named after hook'],
    );
    assert.equal(
      (await told('examples-tables'))[3]?.title,
      'Eating cucumbers (These are failing example 2.2)',
    );
    assert.deepEqual(
      [...new Set((await told('rules')).map(({ rule }) => rule))],
      [
        'A sale cannot happen if the customer does not have enough money',
        'a sale cannot happen if there is no stock',
      ],
    );
    assert.equal((await told('skipped-exception'))[0]?.skipReason, 'SkippedException: skipping');
  });

  it('names what broke outside any scenario', async () => {
    const problems = async (name: string) => (await reported(name)).run.problems.join();
    assert.match(await problems('global-hooks-beforeall-error'), /BeforeAll hook went wrong/);
    assert.match(await problems('global-hooks-afterall-error'), /AfterAll hook went wrong/);
    assert.match(await problems('test-run-exception'), /Whoops!/);
    assert.match(await problems('unknown-parameter-type'), /parameter type \{airport\}/);
  });
});

const toldOf = (scenarios: readonly Scenario[]): string[] =>
  scenarios.map(({ uri, line, status, attempts }) => `${uri}:${line} ${status} ${attempts}`).sort();

/** The same, read from the messages without any of our code: the last attempts, by their worst step. */
function ranIn(messages: readonly Envelope[]): string[] {
  const worst = ['UNKNOWN', 'PASSED', 'SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'FAILED'];
  const again = new Set(
    messages.flatMap(({ testCaseFinished: end }) => (end?.willBeRetried ? end.testCaseStartedId : [])),
  );
  return messages
    .flatMap(({ testCaseStarted: begun }) => (begun && !again.has(begun.id) ? [begun] : []))
    .map((begun) => {
      const { pickleId } =
        messages.flatMap(({ testCase: one }) => (one?.id === begun.testCaseId ? one : []))[0] ?? {};
      const pickle = messages.flatMap(({ pickle: one }) => (one?.id === pickleId ? one : []))[0];
      const ranks = messages.flatMap(({ testStepFinished: end }) =>
        end?.testCaseStartedId === begun.id ? worst.indexOf(end.testStepResult.status) : [],
      );
      const status = ranks.length > 0 ? worst[Math.max(...ranks)]?.toLowerCase() : 'undefined';
      return `${pickle?.uri}:${pickle?.location?.line} ${status} ${begun.attempt + 1}`;
    })
    .sort();
}

function inPage(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function inXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The first tag that is opened or closed in the wrong place, or whatever else is no XML. */
function unclosed(xml: string): string {
  const open: string[] = [];
  for (const [tag, closes, name = '', empty] of xml.matchAll(/<(\/?)([a-z-]+)(?: [a-z]+="[^"<]*")*(\/?)>/g)) {
    if (closes && open.pop() !== name) return tag;
    if (!closes && !empty) open.push(name);
  }
  const rest = xml.replace(/<\?xml[^>]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>/g, '');
  return open.join() || (/[<]|&(?!amp;|lt;|gt;|quot;)/.exec(rest)?.[0] ?? '');
}
