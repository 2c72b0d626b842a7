import assert from 'node:assert/strict';
import { blocksOf } from './blocks';
import { ciFindings } from './by-ci';
import { commandsOf, typed } from './commands';
import { difference } from './output';
import { inlineFindings } from './shown-inline';
import { treeFindings } from './tree';

const path = 'docs/A.md';
const block = (info: string, ...lines: string[]) => ['```'.concat(info), ...lines, '```', ''].join('\n');
const read = (...blocks: string[]) => blocksOf({ path, text: blocks.join('\n') });
const only = (text: string) => {
  const [one] = read(text).blocks;
  assert.ok(one);
  return one;
};

describe('blocks of a document', () => {
  const wrong: Array<[string, string, RegExp]> = [
    ['has no language', block('', 'npm test'), /:1: a block without a language/],
    ['has a language that nobody checks', block('perl', '1'), /a block of perl, which is not checked/],
    ['has an unknown mark', block('sh skip', 'npm test'), /marked skip, which means nothing/],
    ['marks what cannot be marked', block('text needs=docker', 'x'), /text cannot be marked needs/],
    ['shows output of no command', block('console', 'passed'), /begins with a command/],
    ['is never closed', '```sh\nnpm test', /never closed/],
  ];
  for (const [what, text, expected] of wrong)
    it(`is an error when it ${what}`, () => {
      const { blocks, findings } = read(text);
      assert.equal(blocks.length, 0);
      assert.match(findings.map((one) => `${one.path}:${one.line}: ${one.what}`).join(), expected);
    });

  it('gives its commands with their lines, a continued one as one', () => {
    const commands = commandsOf(only(block('sh', '# first', 'npm ci', '', 'npm test \\', '  -- --tags @x')));
    assert.deepEqual(
      commands.map(({ line, text }) => [line, text]),
      [
        [3, 'npm ci'],
        [5, 'npm test \\\n  -- --tags @x'],
      ],
    );
  });

  it('gives what its commands print, and how the last one ends', () => {
    const commands = commandsOf(only(block('console exits=1', '$ one', 'a', '$ two', 'b', 'c')));
    assert.deepEqual(
      commands.map(({ text, shown, exits }) => [text, shown, exits]),
      [
        ['one', ['a'], 0],
        ['two', ['b', 'c'], 1],
      ],
    );
  });

  const dry: Array<[string, string]> = [
    ['npm test', 'npm test -- --dry-run'],
    ['npm test   # all', 'npm test -- --dry-run   # all'],
    ['MTX_KEEP=always npm run test:kind', 'MTX_KEEP=always npm run test:kind -- --dry-run'],
    ["npm test -- --name 'a b'", "npm test -- --name 'a b' --dry-run"],
    ['npm ci && npm test', 'npm ci && npm test -- --dry-run'],
  ];
  for (const [shown, expected] of dry)
    it(`types "${shown}" dry as "${expected}"`, () => {
      const one = only(block('sh dry-run', shown));
      assert.equal(commandsOf(one).map((command) => typed(command, one))[0], expected);
    });
});

describe('output that a document shows', () => {
  const cases: Array<[string, string[], string, RegExp | undefined]> = [
    ['the same', ['a', 'b'], 'a\nb\n', undefined],
    [
      'other columns, times, ports',
      ['hub  http://127.0.0.1:4100 2 s'],
      'hub http://127.0.0.1:39 14.5 s',
      undefined,
    ],
    [
      'another id',
      ['id 5a3c4d1e-0000-4000-8000-000000000001'],
      'id 7b3c4d1e-0000-4000-8000-00000000000a',
      undefined,
    ],
    ['what npm says first', ['a'], '\n> project@1 x\n> node x.js\n\na', undefined],
    ['a part left out', ['a', '…', 'd'], 'a\nb\nc\nd', undefined],
    ['another word', ['3 passed'], '2 passed', /prints "2 passed" where "3 passed" is shown/],
    ['a line less', ['a', 'b'], 'a', /prints "\(nothing more\)" where "b"/],
    ['a line more', ['a'], 'a\nb', /also prints "b"/],
    ['a part that never comes', ['…', 'z'], 'a\nb', /does not print "z"/],
  ];
  for (const [what, shown, printed, expected] of cases)
    it(`${expected ? 'notices' : 'accepts'} ${what}`, () => {
      const found = difference(shown, printed);
      if (expected) assert.match(found ?? '', expected);
      else assert.equal(found, undefined);
    });
});

describe('the tree of the project', () => {
  const disk = {
    exists: (one: string) => ['features', 'docs', 'docs/A.md', 'README.md'].includes(one),
    list: (folder: string) =>
      folder === '.' ? ['features', 'docs', 'README.md'] : folder.includes('.') ? undefined : [],
  };
  const findings = (...lines: string[]) =>
    treeFindings(only(block('text tree', ...lines)), disk).map(({ line, what }) => `${line}: ${what}`);

  it('is right when all is there', () =>
    assert.deepEqual(findings('features/   what is promised', 'docs/', '  A.md', 'README.md'), []));

  it('names what is drawn and not there, in its folder', () =>
    assert.deepEqual(findings('features/', 'docs/', '├── B.md'), [
      '4: the tree shows docs/B.md, which does not exist',
    ]));

  it('names a folder that is not drawn', () =>
    assert.deepEqual(findings('docs/'), ['1: the tree does not show features/']));
});

describe('a command within the text', () => {
  const shown = [
    'MTX_KEEP=always npm test -- --tags @stage-1',
    'npm run lab -- restore stage-4',
    'npm ci && npm test',
  ];
  const cases: Array<[string, boolean]> = [
    ['npm test', true],
    ['npm test -- --tags', true],
    ['npm run lab -- restore NAME', true],
    ['npm test -- --name x', false],
    ['npm run bench', false],
  ];
  for (const [command, known] of cases)
    it(`${known ? 'may be' : 'may not be'} ${command}`, () =>
      assert.equal(inlineFindings({ path, text: `see \`${command}\`` }, shown).length, known ? 0 : 1));
});

describe('a block that CI runs elsewhere', () => {
  const one = only(block('sh by=ci.sh', 'npm ci', 'npm run check   # all'));
  it('is right when that file runs each of its commands', () =>
    assert.deepEqual(
      ciFindings([one], () => 'npm ci --no-audit\nnpm run --silent check'),
      [],
    ));
  it('is wrong when it does not, or is not there', () => {
    assert.match(
      ciFindings([one], () => 'npm ci')
        .map(({ what }) => what)
        .join(),
      /^ci\.sh does not run `npm run check`$/,
    );
    assert.equal(ciFindings([one], () => undefined).length, 2);
  });
});
