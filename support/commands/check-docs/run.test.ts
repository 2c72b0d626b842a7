import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { checkDocuments } from './run';

const manifest = { scripts: { greet: 'node greet.js', lab: 'node lab.js' } };
const greet = `
  const [option = '--to=world', ...more] = process.argv.slice(2);
  if (!option.startsWith('--to=') || more.length) { console.error('unknown option ' + option); process.exit(2); }
  require('node:fs').writeFileSync('greeted', '');
  console.log('Good day, ' + option.slice(5) + ' at 127.0.0.1:' + process.pid);
  console.log('home ' + (process.env.HOME === process.env.OLD_HOME ? 'of the reader' : 'of its own'));`;
const guide = [
  '# Guide',
  '```console',
  '$ npm run --silent greet -- --to=you',
  'Good day, you at 127.0.0.1:8080',
  'home of its own',
  '```',
  'Then',
  '```sh',
  'name=me',
  'npm run --silent greet -- "--to=$name" | grep " me "',
  '```',
].join('\n');

describe('the check of documents, on a project', () => {
  let root: string;
  const check = async (documents: Record<string, string>, ...only: string[]) => {
    for (const [name, text] of Object.entries(documents)) writeFileSync(join(root, name), text);
    let said = '';
    const well = await checkDocuments(root, only, {
      env: { ...process.env, OLD_HOME: process.env.HOME },
      out: (text) => {
        said += text;
      },
    });
    return { well, said };
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'documents-'));
    mkdirSync(join(root, 'node_modules'));
    const files = {
      'package.json': JSON.stringify(manifest),
      'greet.js': greet,
      'lab.js': '',
      '.gitignore': 'node_modules',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    await execa('git', ['init', '--quiet'], { cwd: root });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is green when each command does what is shown, in one shell, and leaves nothing', async () => {
    const before = readdirSync(tmpdir());
    const { well, said } = await check({ 'README.md': guide });
    assert.match(said, /README\.md: 3 commands run in [\d.]+ s\n1 documents, 3 commands run, 0 findings/);
    assert.equal(well, true);
    assert.equal(existsSync(join(root, 'greeted')), false);
    assert.deepEqual(
      readdirSync(tmpdir()).filter(
        (name) => name.startsWith(`microtraderx-${process.pid}-`) && !before.includes(name),
      ),
      [],
    );
  });

  const breaks: Array<[string, string, string, RegExp]> = [
    [
      'a flag',
      '--to=you',
      '--too=you',
      /README\.md:3: .*ends with exit code 2, not 0:\n {4}unknown option --too=you/,
    ],
    [
      'what it prints',
      'Good day, you',
      'Good night, you',
      /README\.md:3: .*it prints "Good day, you at .*" where/,
    ],
    ['a variable', 'name=me', 'nam=me', /README\.md:10: .*ends with exit code 1/],
    ['the name of a script', 'greet -- --to=you', 'greets -- --to=you', /npm has no script "greets"/],
  ];
  for (const [what, right, wrong, expected] of breaks)
    it(`is red when ${what} is broken`, async () => {
      const { well, said } = await check({ 'README.md': guide.replace(right, wrong) });
      assert.match(said, expected);
      assert.equal(well, false);
    });

  it('tells what is not run here, and why', async () => {
    const marked = [
      '```sh needs=no-such-program',
      'no-such-program',
      'false',
      '```',
      '```sh elsewhere="a real hub"',
      'false',
      '```',
    ].join('\n');
    const { well, said } = await check({ 'README.md': marked });
    assert.match(said, /not run here: 2, needs no-such-program, which this machine lacks/);
    assert.match(said, /not run here: 1, needs a real hub/);
    assert.equal(well, true);
  });

  it('gives each document a fresh project', async () => {
    const fresh = '```sh\ntest ! -e greeted\nnpm run greet\n```';
    assert.equal((await check({ 'A.md': fresh, 'B.md': fresh })).well, true);
  });

  it('runs the documents that are asked for, and knows no other', async () => {
    const { well } = await check({ 'A.md': '```sh\nfalse\n```', 'B.md': '```sh\ntrue\n```' }, 'B.md');
    assert.equal(well, true);
    await assert.rejects(check({}, 'C.md'), /no document C\.md; there are A\.md, B\.md/);
  });
});
