import assert from 'node:assert/strict';
import { ConfigDataError, contentHash, openConfig, parseConfig, validateConfig } from './index';
import { printFile } from './print';
import { readFile } from './read';
import { plainValue } from './tree';

const KEPT: Record<string, string> = {
  'comments, blank lines and flow style': `# top
apiVersion: apps/v1
kind: Deployment
metadata:
  name: x   # name
  labels: {a: b, "c": d}   # flow

spec:
  replicas: 3 # scale
  empty:
  list:
  # before
  - name: a
    value: "v"
  -
    name: b
    text: |
      line 1

      line 2
  - - 1
    - 2
  # trailing
status: [1, 2, {x: y}, # c, with comma
  3 ,]
`,
  'several documents, some of them empty': `---
# nothing
---
a: 1
--- # separator
b: 2
...
---
c: 3
# end
`,
  JSON: '{"apiVersion": "v1",\n "metadata": {"name": "n"}}',
  CRLF: 'a: 1\r\nb:\r\n  - x # c\r\n  - y\r\n',
  'no newline at the end': '---\na:\n  b: 1',
  'folded and quoted text':
    "a: 'it''s'\nb: >-\n  abc\n  def\n\nc: this is\n  a long one\nd: \"x\n  y\"\ne: |+\n  z\n\n\nf: |2\n    g\n",
  'a directive': '%YAML 1.2\n---\na: 1\n',
  'keys with quotes and a value on the next line': '"a b":\n  c\n',
};

const REFUSED: Record<string, [string, RegExp]> = {
  'a tab as indent': ['a:\n\tb: 1', /^not valid YAML: Tabs are not allowed as indentation \(line 2\)$/],
  'a map inside a scalar': ['a: b: c', /^not valid YAML: .* \(line 1\)$/],
  'the same key twice': ['a: 1\nb: 2\na: 3', /^not valid YAML: Map keys must be unique \(line 3\)$/],
  'an anchor': [
    'a: &x 1\nb: *x',
    /^anchors and aliases \(&x, \*x\) are not taken, write the value out \(line 1\)$/,
  ],
  'an alias bomb': ['a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]', /^anchors and aliases/],
  'a tag': ['a: !!str 5', /^the tag !!str is not taken, write the value without it \(line 1\)$/],
  'a tag of its own': ['b: 1\na: !Ref x', /^the tag !Ref is not taken/],
  'an explicit key': ['? a\n: b', /^explicit keys \("\? key"\) are not taken \(line 1\)$/],
  'a map as key': ['{a: b}: c', /^a key must be a word or a string \(line 1\)$/],
  'a pair in a list without braces': ['a: [b: c]', /^a pair inside \[ \] needs its own \{ \} \(line 1\)$/],
  'a hundred thousand brackets': ['['.repeat(100_000), /^config data is nested deeper than 100 levels$/],
  'a hundred thousand dashes': ['- '.repeat(100_000), /^config data is nested deeper than 100 levels$/],
  'a deep block': [
    Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    /nested deeper than 100 levels/,
  ],
  'a deep flow': ['{a: '.repeat(150) + '}'.repeat(150), /nested deeper than 100 levels/],
  'nine million characters': [
    '#'.repeat(9_000_000),
    /^config data has 9000000 characters, at most 8388608 are taken$/,
  ],
};

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n';

describe('config data', () => {
  for (const [name, text] of Object.entries(KEPT)) {
    it(`keeps ${name} byte for byte`, () => assert.equal(printFile(readFile(text)), text));
  }

  it('reads what the text means', () => {
    const [document] = readFile(KEPT['comments, blank lines and flow style'] ?? '').documents;
    assert.ok(document);
    assert.deepEqual(plainValue(document.root), {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'x', labels: { a: 'b', c: 'd' } },
      spec: {
        replicas: 3,
        empty: null,
        list: [{ name: 'a', value: 'v' }, { name: 'b', text: 'line 1\n\nline 2\n' }, [1, 2]],
      },
      status: [1, 2, { x: 'y' }, 3],
    });
  });

  for (const [name, [text, sentence]] of Object.entries(REFUSED)) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => readFile(text),
        (error) => error instanceof ConfigDataError && sentence.test(error.message),
      );
    });
  }
});

describe('resources', () => {
  it('have type, name with namespace, and line', () => {
    const resources = parseConfig(
      `# first\n${POD}---\n${POD.replace('v1', 'apps/v1').replace('name: a', 'name: a\n  namespace: b')}`,
    );
    assert.deepEqual(
      resources.map(({ type, name, nameWithoutScope, line }) => ({ type, name, nameWithoutScope, line })),
      [
        { type: 'v1/Pod', name: '/a', nameWithoutScope: 'a', line: 2 },
        { type: 'apps/v1/Pod', name: 'b/a', nameWithoutScope: 'a', line: 7 },
      ],
    );
    assert.deepEqual(resources[0]?.value, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } });
  });

  const refused: Record<string, [string, string]> = {
    'a word': [
      'hello',
      'not a Kubernetes object: expected a map with apiVersion, kind and metadata (line 1)',
    ],
    'a list': ['- a', 'not a Kubernetes object: expected a map with apiVersion, kind and metadata (line 1)'],
    'no apiVersion': ['kind: Pod', 'not a Kubernetes object: apiVersion is missing or no string (line 1)'],
    'no kind': ['apiVersion: v1', 'not a Kubernetes object: kind is missing or no string (line 1)'],
    'no name': [
      `${POD}---\napiVersion: v1\nkind: Pod\nmetadata: {}`,
      'not a Kubernetes object: metadata.name is missing or no string (line 6)',
    ],
    'a number as name': [
      POD.replace('name: a', 'name: 1'),
      'not a Kubernetes object: metadata.name is missing or no string (line 1)',
    ],
    twins: [
      `${POD}---\n${POD}`,
      'v1/Pod a is there twice, first in line 1; a unit holds each resource once (line 6)',
    ],
    nothing: [
      '# only a comment\n',
      'config data holds no Kubernetes object (apiVersion, kind, metadata.name)',
    ],
  };
  for (const [name, [text, message]] of Object.entries(refused)) {
    it(`refuse ${name}`, () =>
      assert.throws(() => validateConfig(text), { name: 'ConfigDataError', message }));
  }

  it('are opened as copies', () => {
    const { file } = openConfig(POD);
    file.documents.length = 0;
    assert.equal(parseConfig(POD).length, 1);
  });
});

describe('the content hash', () => {
  it('is the CRC-32 as signed integer', () => {
    assert.equal(contentHash('123456789'), 0xcbf43926 | 0);
    assert.equal(contentHash(''), 0);
  });
});
