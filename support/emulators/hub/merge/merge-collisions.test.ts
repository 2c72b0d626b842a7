import assert from 'node:assert/strict';
import { accumulate, diffConfig, markLocal, mergeConfig } from './index';
import type { MergeResult } from './model';

const BASE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ts
  namespace: n
  labels: # of all
    a: "1"
    b: "2"
spec:
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  template:
    spec:
      containers:
        - name: main
          image: ts:v1
          args: [serve, fast]
          env:
            - name: A
              value: "1"
            - name: B
              value: "2"
          ports:
            - containerPort: 80
        - name: proxy
          image: envoy:v1
`;
const A = '            - name: A\n              value: "1"\n';
const B = '            - name: B\n              value: "2"\n';
const PROXY = '        - name: proxy\n          image: envoy:v1\n';
const ROLLING = '    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0\n';
const LABELS = '  labels: # of all\n    a: "1"\n    b: "2"\n';
const ENV = `          env:\n${A}${B}`;
const main = 'spec.template.spec.containers.?name=main';

type Change = [string, string][] | ((text: string) => string);

function apply(text: string, change: Change): string {
  if (typeof change === 'function') return change(text);
  return change.reduce((edited, [from, to]) => {
    assert.ok(edited.includes(from), `no ${JSON.stringify(from)}`);
    return edited.replace(from, to);
  }, text);
}

function upgrade(upstream: Change, here: Change, mode: 'B' | 'C' = 'B', protect = false): MergeResult {
  const local = apply(BASE, here);
  const localSources = accumulate(diffConfig('', BASE, 1), markLocal(diffConfig(BASE, local, 2), protect));
  return mergeConfig({ base: BASE, theirs: apply(BASE, upstream), local, localSources, index: 3, mode });
}

/** Merges and compares the result and, one a line, the conflicts. */
function check(upstream: Change, here: Change, expected: Change, conflicts: string[] = []): void {
  const result = upgrade(upstream, here);
  assert.equal(result.data, apply(BASE, expected));
  assert.deepEqual(
    result.conflicts.map(({ Reason, Path }) => `${Reason} ${Path}`),
    conflicts,
  );
}

describe('an upgrade that meets local edits', () => {
  it('adds to a map that was added here', () => {
    const mine = '  annotations:\n    mine: x\n';
    const theirs = '  annotations:\n    theirs: y\n    mine: z\n';
    check(
      [['spec:\n', `${theirs}spec:\n`]],
      [['spec:\n', `${mine}spec:\n`]],
      [['spec:\n', `${mine}    theirs: y\nspec:\n`]],
      ['ProtectedPath metadata.annotations.mine'],
    );
  });

  it('adds to an item that was added here', () => {
    const mine = '        - name: log\n          image: l:v1\n';
    const theirs = '        - name: log\n          image: l:v2\n          tty: true\n';
    check(
      (text) => text + theirs,
      (text) => text + mine,
      (text) => `${text}${mine}          tty: true\n`,
      ['ProtectedPath spec.template.spec.containers.?name=log.image'],
    );
  });

  it('does not bring back what was removed here, nor parts of it', () => {
    check([['value: "1"', 'value: "9"']], [[A, '']], [[A, '']], [`DeleteShadowed ${main}.env.?name=A`]);
    check(
      [['maxSurge: 1', 'maxSurge: 2']],
      [[ROLLING, '']],
      [[ROLLING, '']],
      ['DeleteShadowed spec.strategy.rollingUpdate'],
    );
    check(
      [['    b: "2"', '    b: "2"\n    c: "3"']],
      [[LABELS, '']],
      [[LABELS, '']],
      ['DeleteShadowed metadata.labels'],
    );
  });

  it('says nothing when both removed the same', () => {
    check([[A, '']], [[A, '']], [[A, '']]);
    check([[LABELS, '']], [[LABELS, '']], [[LABELS, '']]);
  });

  it('removes a map but for what was written here', () => {
    check(
      [[LABELS, '']],
      [['a: "1"', 'a: "9"']],
      [['    a: "1"\n    b: "2"\n', '    a: "9"\n']],
      ['ProtectedPath metadata.labels.a'],
    );
    check(
      [[LABELS, '']],
      [['    b: "2"', '    b: "2"\n    c: "3"']],
      [['    a: "1"\n    b: "2"\n', '    c: "3"\n']],
    );
  });

  it('removes a list but for the items written here', () => {
    check(
      [[ENV, '']],
      [['value: "1"', 'value: "9"']],
      [[A + B, A.replace('"1"', '"9"')]],
      [`ProtectedPath ${main}.env.?name=A`],
    );
    check([[ENV, '']], [[B, `${B}${B.replace('B', 'C')}`]], [[A + B, B.replace('B', 'C')]]);
  });

  it('says nothing when only the comment differs', () => {
    check([['a: "1"', 'a: "9" # theirs']], [['a: "1"', 'a: "9" # mine']], [['a: "1"', 'a: "9" # mine']]);
  });

  it('removes a map of which everything else was removed here', () => {
    check([[LABELS, '']], [['    a: "1"\n', '']], [[LABELS, '']]);
  });

  it('keeps an item whole that was edited here and removed upstream', () => {
    const here: Change = [['envoy:v1', 'envoy:v2']];
    check([[PROXY, '']], here, here, ['ProtectedPath spec.template.spec.containers.?name=proxy']);
  });

  it('removes an item that was not edited here', () => {
    check(
      [[PROXY, '']],
      [['ts:v1', 'ts:v9']],
      [
        [PROXY, ''],
        ['ts:v1', 'ts:v9'],
      ],
    );
  });

  it('keeps a value that was set here in the place of a map that upstream changed', () => {
    const here: Change = [[`    rollingUpdate:\n${ROLLING.slice(19)}`, '    rollingUpdate: none\n']];
    check([['maxSurge: 1', 'maxSurge: 2']], here, here, ['ProtectedPath spec.strategy.rollingUpdate']);
  });

  it('keeps a map of which a part was set here when upstream makes it a value', () => {
    const here: Change = [['maxSurge: 1', 'maxSurge: 5']];
    check([[ROLLING, '    rollingUpdate: none\n']], here, here, [
      'ProtectedPath spec.strategy.rollingUpdate',
    ]);
  });

  it('makes a map a value, and a value a map, where nothing was written', () => {
    check(
      [[ROLLING, '    rollingUpdate: none # now\n']],
      [['ts:v1', 'ts:v9']],
      [
        [ROLLING, '    rollingUpdate: none # now\n'],
        ['ts:v1', 'ts:v9'],
      ],
    );
    check(
      [['type: RollingUpdate', 'type:\n      of: x']],
      [['ts:v1', 'ts:v9']],
      [
        ['type: RollingUpdate', 'type:\n      of: x'],
        ['ts:v1', 'ts:v9'],
      ],
    );
  });

  it('inserts an item behind the one that precedes it upstream', () => {
    const first = A.replace('A', 'FIRST');
    const middle = A.replace('A', 'MIDDLE');
    const mine = A.replace('A', 'MINE');
    check([[A, first + A + middle]], [[A, A + mine]], [[A, first + A + middle + mine]]);
    check([[A, A + middle + first]], [[A, '']], [[A, middle + first]], []);
  });

  it('inserts several items in a row, before those that were added here', () => {
    const [X, Y, MINE] = ['X', 'Y', 'MINE'].map((name) => A.replace('A', name)) as [string, string, string];
    check([[A + B, A + B + X + Y]], [[A + B, A + B + MINE]], [[A + B, A + B + X + Y + MINE]]);
  });

  it('merges lists that were added on both sides', () => {
    const mine = `          env:\n${A.replace('A', 'MINE')}`;
    const theirs = `          env:\n${A.replace('A', 'THEIRS')}`;
    check(
      (text) => text + theirs,
      (text) => text + mine,
      (text) => text + theirs + A.replace('A', 'MINE'),
    );
  });

  it('goes by position where names are no longer unique here', () => {
    check([['value: "1"', 'value: "9"']], [[A + B, A + A]], [[A + B, A.replace('"1"', '"9"') + A]]);
  });

  it('goes by position where names are no longer unique upstream, or were not before', () => {
    check(
      [[A + B, A + A]],
      [['ts:v1', 'ts:v9']],
      [
        [A + B, A + A],
        ['ts:v1', 'ts:v9'],
      ],
    );
    const twins = BASE.replace(A + B, A + A);
    const mine = BASE.replace(A + B, A + A.replace('A', 'C'));
    assert.equal(
      mergeConfig({ base: twins, theirs: BASE, local: mine, localSources: [], index: 3, mode: 'B' }).data,
      BASE,
    );
  });

  it('keeps what stands here in the place of a list that upstream changed', () => {
    const upstream: Change = [['value: "1"', 'value: "9"']];
    for (const mine of ['{x: 1, y: 2}', 'none']) {
      check(
        upstream,
        [[ENV, `          env: ${mine}\n`]],
        [[ENV, `          env: ${mine}\n`]],
        [`ProtectedPath ${main}.env`],
      );
    }
  });

  it('keeps what stands here in the place of a list, or a word, that upstream removed', () => {
    const list = '      volumes:\n        - name: v\n';
    const word = '      volumes: none\n';
    for (const [base, mine] of [
      [list, word],
      [word, list],
    ] as const) {
      const localSources = markLocal(diffConfig(BASE + base, BASE + mine, 2));
      const result = mergeConfig({
        base: BASE + base,
        theirs: BASE,
        local: BASE + mine,
        localSources,
        index: 3,
        mode: 'B',
      });
      assert.equal(result.data, BASE + mine);
      assert.deepEqual(
        result.conflicts.map(({ Path }) => Path),
        ['spec.template.spec.volumes'],
      );
    }
  });

  it('keeps a list whose order was set here when upstream makes it a word', () => {
    check(
      [[ENV, '          env: none\n']],
      [[A + B, B + A]],
      [[A + B, B + A]],
      [`ProtectedPath ${main}.env`],
    );
  });

  it('keeps the order of items that was set here, and takes the one of upstream else', () => {
    const swapped: Change = [[A + B, B + A]];
    check([['value: "1"', 'value: "9"']], swapped, [[A + B, B + A.replace('"1"', '"9"')]]);
    const C = A.replace('A', 'C');
    check(
      [[A + B, C + B + A]],
      [[A, A + C.replace('C', 'MINE')]],
      [[A + B, C + B + C.replace('C', 'MINE') + A]],
    );
    check([[A + B, B + A]], swapped, swapped);
    const three = (...items: string[]): Change => [[A + B, items.join('')]];
    const result = mergeConfig({
      base: apply(BASE, three(A, B, C)),
      theirs: apply(BASE, three(C, B, A)),
      local: apply(BASE, three(B, A, C)),
      localSources: markLocal(diffConfig(apply(BASE, three(A, B, C)), apply(BASE, three(B, A, C)), 2)),
      index: 3,
      mode: 'B',
    });
    assert.equal(result.data, apply(BASE, three(B, A, C)));
  });
});

describe('an upgrade of lists without identities', () => {
  const args = (words: string): Change => [['[serve, fast]', `[${words}]`]];

  it('goes by position', () => {
    check(
      args('serve, slow'),
      [['ts:v1', 'ts:v9']],
      [...(args('serve, slow') as [string, string][]), ['ts:v1', 'ts:v9']],
    );
    check(args('serve, fast, more, most'), args('listen, fast'), args('listen, fast, more, most'));
    check(
      args('serve'),
      [['ts:v1', 'ts:v9']],
      [...(args('serve') as [string, string][]), ['ts:v1', 'ts:v9']],
    );
  });

  it('keeps the list when an argument was added or removed here', () => {
    check(args('serve, slow'), args('serve, fast, mine'), args('serve, fast, mine'), [
      `ProtectedPath ${main}.args`,
    ]);
    check(args('serve, slow'), args('serve'), args('serve'), [`ProtectedPath ${main}.args`]);
    check(args('serve'), args('listen, fast'), args('listen, fast'), [`ProtectedPath ${main}.args`]);
  });

  it('keeps the argument that was set here', () => {
    check(args('serve, slow'), args('serve, mine'), args('serve, mine'), [`ProtectedPath ${main}.args.1`]);
  });

  it('keeps a list that was added here', () => {
    const mine = '          command: [mine]\n';
    const theirs = '          command: [theirs]\n';
    check(
      [['          env:', `${theirs}          env:`]],
      [['          env:', `${mine}          env:`]],
      [['          env:', `${mine}          env:`]],
      [`ProtectedPath ${main}.command`],
    );
  });

  it('keeps a list that was added here as it is, also when upstream has one by now', () => {
    const withCommand = (words: string): string =>
      BASE.replace('          env:', `          command: [${words}]\n          env:`);
    const sources = accumulate(diffConfig('', BASE, 1), markLocal(diffConfig(BASE, withCommand('mine'), 2)));
    const merge = (base: string, theirs: string) =>
      mergeConfig({
        base: withCommand(base),
        theirs: withCommand(theirs),
        local: withCommand('mine'),
        localSources: sources,
        index: 3,
        mode: 'B',
      });
    const longer = merge('a', 'a, b');
    assert.equal(longer.data, withCommand('mine'));
    assert.deepEqual(
      longer.conflicts.map(({ Reason, Path }) => `${Reason} ${Path}`),
      [`ProtectedPath ${main}.command.1`],
    );
    assert.equal(merge('a', 'b').data, withCommand('mine'));
    assert.equal(merge('a, b', 'a').data, withCommand('mine'));
  });

  it('goes from the last position to the first', () => {
    check(
      args('a'),
      [['ts:v1', 'ts:v9']],
      [
        ['[serve, fast]', '[a]'],
        ['ts:v1', 'ts:v9'],
      ],
    );
    check(
      args('a, b, c, d'),
      [['ts:v1', 'ts:v9']],
      [
        ['[serve, fast]', '[a, b, c, d]'],
        ['ts:v1', 'ts:v9'],
      ],
    );
  });

  it('replaces a list by a map or a word and the other way round', () => {
    check(
      [['[serve, fast]', 'none']],
      [['ts:v1', 'ts:v9']],
      [
        ['[serve, fast]', 'none'],
        ['ts:v1', 'ts:v9'],
      ],
    );
    check(
      [['[serve, fast]', '{a: 1}']],
      [['ts:v1', 'ts:v9']],
      [
        ['[serve, fast]', '{a: 1}'],
        ['ts:v1', 'ts:v9'],
      ],
    );
    check(
      [['type: RollingUpdate', 'type: [a]']],
      [['ts:v1', 'ts:v9']],
      [
        ['type: RollingUpdate', 'type: [a]'],
        ['ts:v1', 'ts:v9'],
      ],
    );
    check(
      [[LABELS, '  labels: [a]\n']],
      [['ts:v1', 'ts:v9']],
      [
        [LABELS, '  labels: [a]\n'],
        ['ts:v1', 'ts:v9'],
      ],
    );
    check(
      args('a, b'),
      [['[serve, fast]', '{mine: 1}']],
      [['[serve, fast]', '{mine: 1}']],
      [`ProtectedPath ${main}.args`],
    );
    check(
      [['maxSurge: 1', 'maxSurge: 2']],
      [[ROLLING, '    rollingUpdate: [mine]\n']],
      [[ROLLING, '    rollingUpdate: [mine]\n']],
      ['ProtectedPath spec.strategy.rollingUpdate'],
    );
  });

  it('keeps what stands here in the place of what upstream removed', () => {
    check(
      [[ROLLING, '']],
      [[ROLLING, '    rollingUpdate: [mine]\n']],
      [[ROLLING, '    rollingUpdate: [mine]\n']],
      ['ProtectedPath spec.strategy.rollingUpdate'],
    );
    check(
      [[ROLLING, '']],
      [[ROLLING, '    rollingUpdate: mine\n']],
      [[ROLLING, '    rollingUpdate: mine\n']],
      ['ProtectedPath spec.strategy.rollingUpdate'],
    );
    check([['          args: [serve, fast]\n', '']], args('serve, mine'), args('serve, mine'), [
      `ProtectedPath ${main}.args`,
    ]);
    check(
      [['          args: [serve, fast]\n', '']],
      [['[serve, fast]', '{mine: 1}']],
      [['[serve, fast]', '{mine: 1}']],
      [`ProtectedPath ${main}.args`],
    );
    check([[ENV, '']], [[A + B, A + A]], [[A + B, A + A]], [`ProtectedPath ${main}.env`]);
  });

  it('says nothing about a list that is the same on both sides', () => {
    check(args('one'), args('one'), args('one'));
  });
});

describe('mode C', () => {
  it('lets upstream win in maps and lists added on both sides', () => {
    const upstream: Change = [['          env:', '          command: [theirs]\n          env:']];
    const here: Change = [['          env:', '          command: [mine]\n          env:']];
    assert.equal(upgrade(upstream, here, 'C').data, apply(BASE, upstream));
    assert.equal(upgrade(upstream, here, 'C', true).data, apply(BASE, here));
  });

  it('does not add what upstream adds inside a protected value', () => {
    const here: Change = [['type: RollingUpdate', 'type: {mine: 1}']];
    const upstream: Change = [['type: RollingUpdate', 'type: {theirs: 2}']];
    assert.equal(
      upgrade(upstream, here, 'C', true).data,
      apply(BASE, [['type: RollingUpdate', 'type: {mine: 1, theirs: 2}']]),
    );
  });

  it('keeps what was removed here', () => {
    const result = upgrade([['value: "1"', 'value: "9"']], [[A, '']], 'C');
    assert.equal(result.data, apply(BASE, [[A, '']]));
    assert.deepEqual(
      result.conflicts.map(({ Reason }) => Reason),
      ['DeleteShadowed'],
    );
  });
});

describe('whole resources', () => {
  const config = (name: string, value: string): string =>
    `---\n# ${name}\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  a: ${value}\n  b: "1"\n`;

  it('come behind the one that precedes them upstream', () => {
    const mine = config('mine', 'm').replace('ConfigMap', 'Secret');
    check(
      (text) => text + config('one', 'x') + config('two', 'y'),
      (text) => text + mine,
      (text) => text + config('one', 'x') + config('two', 'y') + mine,
    );
  });

  it('come at the end when nothing that precedes them is there', () => {
    const base = config('one', 'x').slice(4);
    const theirs = config('zero', 'z').slice(4).replace('ConfigMap', 'Secret') + config('one', 'x');
    const result = mergeConfig({ base, theirs, local: base, localSources: [], index: 1, mode: 'B' });
    assert.equal(result.data, base + config('zero', 'z').replace('ConfigMap', 'Secret'));
  });

  it('come behind the nearest one that is there', () => {
    const gone = config('gone', 'g').replace('ConfigMap', 'Secret');
    const mine = config('mine', 'm').replace('ConfigMap', 'Role');
    const result = mergeConfig({
      base: BASE + gone,
      theirs: BASE + gone + config('one', 'x'),
      local: BASE + mine,
      localSources: [],
      index: 1,
      mode: 'B',
    });
    assert.equal(result.data, BASE + config('one', 'x') + mine);
  });

  it('that got the same new name on both sides stay as they are here', () => {
    const renamed = config('two', 'x').replace('name: two', 'name:  two  # mine');
    const localSources = accumulate(
      diffConfig('', config('one', 'x'), 1),
      markLocal(diffConfig(config('one', 'x'), renamed, 2)),
    );
    const result = mergeConfig({
      base: config('one', 'x'),
      theirs: config('two', 'x'),
      local: renamed,
      localSources,
      index: 3,
      mode: 'B',
    });
    assert.equal(result.data, renamed);
  });

  it('that were added on both sides are merged value by value', () => {
    check(
      (text) => text + config('one', 'theirs'),
      (text) => text + config('one', 'mine').replace('  b: "1"\n', ''),
      (text) => text + config('one', 'mine'),
      ['ProtectedPath data.a'],
    );
  });

  it('that were removed here are not added again', () => {
    const base = BASE + config('one', 'x');
    const removed = accumulate(diffConfig('', base, 1), markLocal(diffConfig(base, BASE, 2)));
    const again = mergeConfig({
      base: BASE,
      theirs: base,
      local: BASE,
      localSources: removed,
      index: 3,
      mode: 'B',
    });
    assert.equal(again.data, BASE);
    assert.deepEqual(again.conflicts, [
      {
        ResourceType: 'v1/ConfigMap',
        ResourceName: '/one',
        Path: '',
        Reason: 'DeleteShadowed',
        Upstream: config('one', 'x').slice(10),
      },
    ]);
    const upstreamRemoved = accumulate(diffConfig('', base, 1), diffConfig(base, BASE, 2));
    const back = mergeConfig({
      base: BASE,
      theirs: base,
      local: BASE,
      localSources: upstreamRemoved,
      index: 3,
      mode: 'B',
    });
    assert.equal(back.data, base);
  });

  it('that were added here stay when upstream removes its own of that name', () => {
    const sources = accumulate(
      diffConfig('', BASE, 1),
      markLocal(diffConfig(BASE, BASE + config('one', 'x'), 2)),
    );
    const result = mergeConfig({
      base: BASE + config('one', 'x'),
      theirs: BASE,
      local: BASE + config('one', 'x'),
      localSources: sources,
      index: 3,
      mode: 'B',
    });
    assert.equal(result.data, BASE + config('one', 'x'));
  });

  it('whose sources are unknown go with upstream', () => {
    const result = mergeConfig({
      base: BASE + config('one', 'x'),
      theirs: BASE,
      local: BASE + config('one', 'x'),
      localSources: [],
      index: 3,
      mode: 'B',
    });
    assert.equal(result.data, BASE);
    assert.deepEqual(result.conflicts, []);
  });

  it('whose values upstream did not change are not looked at', () => {
    const result = mergeConfig({
      base: BASE,
      theirs: `# new words\n${BASE}`,
      local: '',
      localSources: [],
      index: 3,
      mode: 'B',
    });
    assert.deepEqual(result, { data: '', mutations: [], conflicts: [] });
  });

  it('that are gone on both sides make no conflict', () => {
    const one = BASE + config('one', 'x');
    const sources = accumulate(diffConfig('', one, 1), markLocal(diffConfig(one, BASE, 2)));
    const result = mergeConfig({
      base: one,
      theirs: BASE,
      local: BASE,
      localSources: sources,
      index: 3,
      mode: 'B',
    });
    assert.equal(result.data, BASE);
    assert.deepEqual(result.conflicts, []);
  });

  it('of one name in two namespaces are told apart', () => {
    const spaced = (namespace: string, value: string): string =>
      config('one', value).replace('\ndata:', `\n  namespace: ${namespace}\ndata:`);
    const base = spaced('n', 'x').slice(4) + spaced('m', 'x');
    const theirs = spaced('n', 'x').slice(4) + spaced('m', 'y');
    const local = spaced('m', 'x').slice(4) + spaced('n', 'x');
    const merge = (mine: string): string =>
      mergeConfig({ base, theirs, local: mine, localSources: [], index: 1, mode: 'B' }).data;
    assert.equal(merge(local), spaced('m', 'y').slice(4) + spaced('n', 'x'));
    assert.equal(merge(base), theirs);
  });

  it('that share a name or a type with another do not keep it from being renamed', () => {
    const others = config('two', 'x').replace('ConfigMap', 'Secret') + config('three', 'x');
    const base = BASE + config('one', 'x') + others;
    const theirs = base.replace('# one', '# two').replace('name: one', 'name: two');
    assert.equal(
      mergeConfig({ base, theirs, local: base, localSources: [], index: 1, mode: 'B' }).data,
      base.replace('name: one', 'name: two'),
    );
  });

  it('that came back here are owned as a whole', () => {
    const one = BASE + config('one', 'x');
    const back = BASE + config('one', 'mine');
    const gone = accumulate(diffConfig('', one, 1), markLocal(diffConfig(one, BASE, 2)));
    const localSources = accumulate(gone, markLocal(diffConfig(BASE, back, 3)));
    const result = mergeConfig({
      base: one,
      theirs: BASE + config('one', 'theirs'),
      local: back,
      localSources,
      index: 4,
      mode: 'B',
    });
    assert.equal(result.data, back);
    assert.deepEqual(
      result.conflicts.map(({ Path, Local, Upstream }) => [Path, Local, Upstream]),
      [['data.a', 'mine\n', 'theirs\n']],
    );
    const kept = mergeConfig({ base: one, theirs: BASE, local: back, localSources, index: 4, mode: 'B' });
    assert.equal(kept.data, back);
    assert.deepEqual(Object.keys(kept.conflicts[0] ?? {}).sort(), [
      'Local',
      'Path',
      'Reason',
      'ResourceName',
      'ResourceType',
    ]);
  });

  it('keep the header of the file and lose their separator when they become the first', () => {
    const base = `# license\n\n${config('one', 'x').slice(4)}${config('two', 'y')}`;
    const theirs = `# license\n\n${config('two', 'y').slice(4)}`;
    assert.equal(
      mergeConfig({ base, theirs, local: base, localSources: [], index: 1, mode: 'B' }).data,
      theirs,
    );
  });
});

describe('a lateral merge', () => {
  const region = (replicas: number, breaker: string): string =>
    BASE.replace('spec:\n', `spec:\n  replicas: ${replicas} # scale\n`).replace(
      'value: "1"',
      `value: "${breaker}"`,
    );
  const asia = (): { local: string; localSources: ReturnType<typeof markLocal> } => {
    const base = region(1, 'false');
    const local = region(2, 'false');
    return {
      local,
      localSources: accumulate(diffConfig('', base, 1), markLocal(diffConfig(base, local, 2))),
    };
  };

  it('brings the fix of one region and not its replicas', () => {
    const result = mergeConfig({
      base: region(5, 'false'),
      theirs: region(5, 'true'),
      ...asia(),
      index: 3,
      mode: 'B',
      asLocal: true,
    });
    assert.equal(result.data, region(2, 'true'));
    assert.deepEqual(result.conflicts, []);
    assert.deepEqual(result.mutations[0]?.PathMutationMap[`${main}.env.?name=A.value`], {
      MutationType: 'Update',
      Index: 3,
      Predicate: false,
      Value: '"true"\n',
    });
  });

  it('does not carry replicas even when they changed with the fix', () => {
    const result = mergeConfig({
      base: region(5, 'false'),
      theirs: region(6, 'true'),
      ...asia(),
      index: 3,
      mode: 'B',
    });
    assert.equal(result.data, region(2, 'true'));
    assert.deepEqual(
      result.conflicts.map(({ Path }) => Path),
      ['spec.replicas'],
    );
    assert.equal(result.mutations[0]?.PathMutationMap[`${main}.env.?name=A.value`]?.Predicate, true);
  });

  it('adds a value that is missing, and withholds parts of what is not there', () => {
    const local = BASE.replace(A, '').replace('      maxSurge: 1\n', '');
    const theirs = BASE.replace('value: "1"', 'value: "9"').replace('maxSurge: 1', 'maxSurge: 2');
    const result = mergeConfig({ base: BASE, theirs, local, localSources: [], index: 3, mode: 'B' });
    assert.equal(
      result.data,
      local.replace('      maxUnavailable: 0\n', '      maxUnavailable: 0\n      maxSurge: 2\n'),
    );
    assert.deepEqual(result.conflicts, [
      {
        ResourceType: 'apps/v1/Deployment',
        ResourceName: 'n/ts',
        Path: `${main}.env.?name=A`,
        Reason: 'UnresolvedPath',
        Upstream: 'name: A\nvalue: "9"\n',
      },
    ]);
  });

  it('withholds positions of a list that is another one here', () => {
    const local = BASE.replace('[serve, fast]', '[serve, fast, mine]');
    const theirs = BASE.replace('[serve, fast]', '[serve, slow]');
    const result = mergeConfig({ base: BASE, theirs, local, localSources: [], index: 3, mode: 'B' });
    assert.equal(result.data, local);
    assert.deepEqual(
      result.conflicts.map(({ Reason, Path, Local, Upstream }) => [Reason, Path, Local, Upstream]),
      [['UnresolvedPath', `${main}.args`, '[serve, fast, mine]\n', '[serve, slow]\n']],
    );
  });

  it('keeps a comment that the other side did not change, and takes one that it did', () => {
    const local = BASE.replace('a: "1"', 'a: "1" # mine').replace('b: "2"', 'b: "2" # mine');
    const base = BASE.replace('b: "2"', 'b: "2" # theirs');
    const theirs = BASE.replace('a: "1"', 'a: "9"').replace('b: "2"', 'b: "9" # new');
    const result = mergeConfig({ base, theirs, local, localSources: [], index: 3, mode: 'B' });
    assert.equal(result.data, BASE.replace('a: "1"', 'a: "9" # mine').replace('b: "2"', 'b: "9" # new'));
  });

  it('leaves another order of items alone unless the other side changed it', () => {
    const local = BASE.replace(A + B, B + A);
    const theirs = BASE.replace('value: "1"', 'value: "9"');
    assert.equal(
      mergeConfig({ base: BASE, theirs, local, localSources: [], index: 3, mode: 'B' }).data,
      local.replace('value: "1"', 'value: "9"'),
    );
    const C = A.replace('A', 'C');
    const both = {
      base: BASE,
      theirs: BASE.replace(A + B, C + A + B),
      local: BASE.replace(A + B, B + C + A),
    };
    assert.equal(mergeConfig({ ...both, localSources: [], index: 3, mode: 'B' }).data, both.local);
    const D = A.replace('A', 'D');
    const moved = {
      base: BASE.replace(A + B, A + D + B),
      theirs: BASE.replace(A + B, D + A + B),
      local: BASE.replace(A + B, D + B),
    };
    assert.equal(mergeConfig({ ...moved, localSources: [], index: 3, mode: 'B' }).data, moved.local);
  });

  it('leaves another order of items alone when the other side only removed one', () => {
    const C = A.replace('A', 'C');
    const three = (...items: string[]): string => BASE.replace(A + B, items.join(''));
    const result = mergeConfig({
      base: three(A, B, C),
      theirs: three(A, B),
      local: three(B, A, C),
      localSources: [],
      index: 3,
      mode: 'B',
    });
    assert.equal(result.data, three(B, A));
  });

  it('leaves the quotes of a value that is the same already', () => {
    const local = BASE.replace('a: "1"', "a: '9'");
    assert.equal(
      mergeConfig({
        base: BASE,
        theirs: BASE.replace('a: "1"', 'a: "9"'),
        local,
        localSources: [],
        index: 3,
        mode: 'B',
      }).data,
      local,
    );
  });

  it('indents what it brings as this side does', () => {
    const wide = (value: string): string =>
      `apiVersion: v1\nkind: X\nmetadata:\n    name: x\nspec:\n    a:\n        b: ${value}\n`;
    const narrow = (value: string): string =>
      wide(value).replace(/^( +)/gm, (indent) => ' '.repeat(indent.length / 2));
    const result = mergeConfig({
      base: wide('1'),
      theirs: wide('\n            c:\n                d: 1'),
      local: narrow('1'),
      localSources: [],
      index: 1,
      mode: 'B',
    });
    assert.equal(result.data, narrow('1').replace('b: 1', 'b:\n        c:\n            d: 1'));
  });

  it('takes texts with other line ends', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const theirs = apply(BASE, [['    b: "2"', '    b: "2"\n    c: "3"']]);
    assert.equal(
      mergeConfig({
        base: crlf(BASE),
        theirs: crlf(theirs),
        local: BASE,
        localSources: [],
        index: 1,
        mode: 'B',
      }).data,
      theirs,
    );
    assert.equal(
      mergeConfig({ base: BASE, theirs, local: crlf(BASE), localSources: [], index: 1, mode: 'B' }).data,
      crlf(theirs),
    );
  });
});
