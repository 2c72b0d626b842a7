import assert from 'node:assert/strict';
import { diffConfig } from './index';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: a
  namespace: n # where
  labels:
    x: "1"
spec:
  containers:
    - name: main
      image: i:v1
      args: [one, two]
      ports:
        - containerPort: 80
        - containerPort: 80
          protocol: UDP
      env:
        - name: A
          value: "1"
        - name: B
          value: "2"
      volumeMounts:
        - mountPath: /etc/app.conf
          name: v
`;
const main = 'spec.containers.?name=main';

/** Each changed path with type and value. */
function changes(before: string, after: string): Record<string, string> {
  return Object.fromEntries(
    diffConfig(before, after, 7).flatMap(({ PathMutationMap }) =>
      Object.entries(PathMutationMap).map(([path, { MutationType, Index, Predicate, Value }]) => {
        assert.deepEqual([Index, Predicate], [7, true]);
        return [path, `${MutationType} ${Value}`];
      }),
    ),
  );
}

const edit = (...pairs: [string, string][]): string =>
  pairs.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, POD);

const cases: Record<string, [string, Record<string, string>]> = {
  nothing: [POD, {}],
  'another layout': [
    edit(
      ['args: [one, two]', 'args:\n        - one\n        - "two"'],
      ['"1"\n        - name', "'1'\n        - name"],
    ),
    {},
  ],
  'keys in another order': [
    edit(['  name: a\n  namespace: n # where\n', '  namespace: n # where\n  name: a\n']),
    {},
  ],
  'a value': [edit(['i:v1', 'i:v2']), { [`${main}.image`]: 'Update i:v2\n' }],
  'a type': [edit(['x: "1"', 'x: 1']), { 'metadata.labels.x': 'Update 1\n' }],
  'a comment': [edit(['# where', '# there']), { 'metadata.namespace': 'Update n # there\n' }],
  'a new comment': [edit(['i:v1', 'i:v1 # pinned']), { [`${main}.image`]: 'Update i:v1 # pinned\n' }],
  'a new key': [
    edit(['    x: "1"', '    x: "1"\n    y: z # note']),
    { 'metadata.labels.y': 'Add z # note\n' },
  ],
  'a key with dots': [
    edit(['    x: "1"', '    x: "1"\n    a.b/c: d']),
    { 'metadata.labels.a~1b/c': 'Add d\n' },
  ],
  'a new map': [
    edit(['spec:', '  annotations:\n    # above\n    a: b\n    c:\n      d: 1\nspec:']),
    { 'metadata.annotations': 'Add # above\na: b\nc:\n  d: 1\n' },
  ],
  'a removed key': [edit(['  labels:\n    x: "1"\n', '']), { 'metadata.labels': 'Delete x: "1"\n' }],
  'a map that became a word': [
    edit(['  labels:\n    x: "1"', '  labels: none']),
    { 'metadata.labels': 'Update none\n' },
  ],
  'a word that became a map': [
    edit(['image: i:v1', 'image: {a: 1}']),
    { [`${main}.image`]: 'Update {a: 1}\n' },
  ],
  'a list that became a map': [edit(['[one, two]', '{one: 1}']), { [`${main}.args`]: 'Update {one: 1}\n' }],
  'a list that became a word': [edit(['[one, two]', 'one']), { [`${main}.args`]: 'Update one\n' }],
  'a word that became a list': [edit(['i:v1', '[one]']), { [`${main}.image`]: 'Update [one]\n' }],
  'a map that became a list': [
    edit(['  labels:\n    x: "1"', '  labels: [x]']),
    { 'metadata.labels': 'Update [x]\n' },
  ],
  'an emptied value': [edit(['image: i:v1', 'image:']), { [`${main}.image`]: 'Update null\n' }],
  'an item by name': [edit(['value: "2"', 'value: "3"']), { [`${main}.env.?name=B.value`]: 'Update "3"\n' }],
  'a new item': [
    edit(['        - name: B', '        - name: C\n          value: "3"\n        - name: B']),
    { [`${main}.env.?name=C`]: 'Add name: C\nvalue: "3"\n' },
  ],
  'a removed item': [
    edit(['        - name: A\n          value: "1"\n', '']),
    { [`${main}.env.?name=A`]: 'Delete name: A\nvalue: "1"\n' },
  ],
  'the order of items': [
    edit(
      ['        - name: A\n          value: "1"\n', ''],
      ['value: "2"\n', 'value: "2"\n        - name: A\n          value: "1"\n'],
    ),
    { [`${main}.env#order`]: 'Update - name=B\n- name=A\n' },
  ],
  'a port by number and protocol': [
    edit(['          protocol: UDP', '          protocol: UDP\n          name: dns']),
    { [`${main}.ports.?containerPort=80&protocol=UDP.name`]: 'Add dns\n' },
  ],
  'a mount by its path': [
    edit(['          name: v', '          name: w']),
    { [`${main}.volumeMounts.?mountPath=/etc/app~1conf.name`]: 'Update w\n' },
  ],
  'an argument by position': [edit(['[one, two]', '[one, three]']), { [`${main}.args.1`]: 'Update three\n' }],
  'a new argument': [edit(['[one, two]', '[one, two, three]']), { [`${main}.args.2`]: 'Add three\n' }],
  'a removed argument': [edit(['[one, two]', '[one]']), { [`${main}.args.1`]: 'Delete two\n' }],
  'items that lost their names': [edit(['- name: B', '- name: A']), { [`${main}.env.1.name`]: 'Update A\n' }],
};

describe('diff', () => {
  for (const [name, [after, expected]] of Object.entries(cases)) {
    it(`tells ${name}`, () => assert.deepEqual(changes(POD, after), expected));
  }

  it('names the resource, its category and all its names', () => {
    const [mutation] = diffConfig(POD, edit(['namespace: n', 'namespace: m']), 3);
    assert.deepEqual(mutation?.Resource, {
      ResourceType: 'v1/Pod',
      ResourceName: 'm/a',
      ResourceNameWithoutScope: 'a',
      ResourceCategory: 'Resource',
    });
    assert.deepEqual(mutation?.Aliases, { 'm/a': {}, 'n/a': {} });
    assert.deepEqual(mutation?.AliasesWithoutScopes, { a: {} });
    assert.deepEqual(mutation?.ResourceMutationInfo, {
      MutationType: 'Update',
      Index: 3,
      Predicate: true,
      Value: '',
    });
  });

  it('tells unchanged, added and removed resources, the removed last', () => {
    const config = (name: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  ${name}1: ${name}\n  ${name}2: ${name}\n`;
    const mutations = diffConfig(`${config('gone')}---\n${POD}`, `${POD}---\n${config('new')}`, 2);
    assert.deepEqual(
      mutations.map(({ Resource, ResourceMutationInfo }) => [
        Resource.ResourceName,
        ResourceMutationInfo.MutationType,
        ResourceMutationInfo.Value,
      ]),
      [
        ['n/a', 'None', ''],
        ['/new', 'Add', config('new')],
        ['/gone', 'Delete', config('gone')],
      ],
    );
  });

  it('takes everything as added where there was nothing', () => {
    assert.deepEqual(
      diffConfig('', POD, 1).map(({ ResourceMutationInfo, PathMutationMap }) => [
        ResourceMutationInfo,
        PathMutationMap,
      ]),
      [[{ MutationType: 'Add', Index: 1, Predicate: true, Value: POD }, {}]],
    );
  });
});

describe('which resource became which', () => {
  const named = (kind: string, namespace: string, name: string, value: string): string =>
    `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\ndata:\n  a: "1"\n  b: ${value}\n`;
  const pairs = (before: string[], after: string[]): string[] =>
    diffConfig(before.join('---\n'), after.join('---\n'), 1).map(
      ({ Resource, ResourceMutationInfo, Aliases }) => {
        const others = Object.keys(Aliases).filter((alias) => alias !== Resource.ResourceName);
        return `${ResourceMutationInfo.MutationType} ${Resource.ResourceName}${others.length > 0 ? ` was ${others}` : ''}`;
      },
    );

  it('the same name counts before the same place', () => {
    assert.deepEqual(
      pairs(
        [named('Secret', 'n', 'a', 'x'), named('Secret', 'n', 'b', 'y')],
        [named('Secret', 'n', 'b', 'x'), named('Secret', 'n', 'a', 'y')],
      ),
      ['Update n/b', 'Update n/a'],
    );
  });

  it('the same namespace counts before another one', () => {
    assert.deepEqual(
      pairs(
        [named('Secret', 'm', 'a', 'x'), named('Secret', 'n', 'a', 'y')],
        [named('Secret', 'n', 'a', 'x'), named('Secret', 'o', 'a', 'y')],
      ),
      ['Update n/a', 'Update o/a was m/a'],
    );
  });

  it('another name counts when at least half is alike, the most alike first', () => {
    assert.deepEqual(pairs([named('Secret', 'n', 'a', 'x')], [named('Secret', 'n', 'b', 'x')]), [
      'Update n/b was n/a',
    ]);
    assert.deepEqual(
      pairs(
        [named('Secret', 'n', 'a', 'x'), named('Secret', 'n', 'b', 'y')],
        [named('Secret', 'n', 'c', 'y')],
      ),
      ['Update n/c was n/b', 'Delete n/a'],
    );
    assert.deepEqual(pairs([named('Secret', 'n', 'a', 'x')], [named('Secret', 'm', 'b', 'y')]), [
      'Add m/b',
      'Delete n/a',
    ]);
  });

  it('of two that are alike the first counts', () => {
    assert.deepEqual(
      pairs(
        [named('Secret', 'n', 'a', 'x'), named('Secret', 'n', 'b', 'x')],
        [named('Secret', 'n', 'c', 'x')],
      ),
      ['Update n/c was n/a', 'Delete n/b'],
    );
  });

  it('the same name in another namespace counts before what is more alike', () => {
    assert.deepEqual(
      pairs(
        [named('Secret', 'm', 'a', 'x'), named('Secret', 'n', 'b', 'y')],
        [named('Secret', 'n', 'a', 'y')],
      ),
      ['Update n/a was m/a', 'Delete n/b'],
    );
  });

  it('items of lists count by their place', () => {
    const list = (name: string, ...items: string[]): string =>
      `apiVersion: v1\nkind: X\nmetadata:\n  name: ${name}\nlist: [${items.join(', ')}]\n`;
    assert.deepEqual(pairs([list('a', '1', '2', '3', '4')], [list('b', '4', '3', '2', '1')]), [
      'Add /b',
      'Delete /a',
    ]);
    assert.deepEqual(pairs([list('a', '1', '2', '3', '4')], [list('b', '1', '2', '3', '4')]), [
      'Update /b was /a',
    ]);
  });

  it('another type never counts', () => {
    assert.deepEqual(pairs([named('Secret', 'n', 'a', 'x')], [named('ConfigMap', 'n', 'a', 'x')]), [
      'Add n/a',
      'Delete n/a',
    ]);
  });
});
