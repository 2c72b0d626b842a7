import assert from 'node:assert/strict';
import { accumulate, diffConfig, hasChanges, markLocal, type ResourceMutation } from './index';
import { sourceOf } from './sources';
import { writtenPaths } from './written-paths';

const config = (data: Record<string, string>, name = 'c', namespace = 'n'): string => {
  const lines = Object.entries(data).map(([key, value]) => `  ${key}: ${value}\n`);
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\ndata: ${lines.length > 0 ? '\n' : '{}\n'}${lines.join('')}`.replace(
    'data: \n',
    'data:\n',
  );
};

/** The sources after a sequence of texts, each the next mutation; all but the first are written here. */
function history(...texts: string[]): ResourceMutation[] {
  return texts.reduce<ResourceMutation[]>((sources, text, position) => {
    const newer = diffConfig(texts[position - 1] ?? '', text, position + 1);
    return accumulate(sources, position === 0 ? newer : markLocal(newer));
  }, []);
}

const told = (sources: ResourceMutation[]): Record<string, string> =>
  Object.fromEntries(
    sources.flatMap(({ Resource, ResourceMutationInfo: whole, PathMutationMap }) => [
      [Resource.ResourceName, `${whole.MutationType} ${whole.Index} ${whole.Predicate}`],
      ...Object.entries(PathMutationMap).map(([path, info]) => [
        path,
        `${info.MutationType} ${info.Index} ${info.Predicate}`,
      ]),
    ]),
  );

describe('mutation sources', () => {
  it('keep the last writer of each path', () => {
    assert.deepEqual(
      told(history(config({ a: '1', b: '1' }), config({ a: '2', b: '1' }), config({ a: '3', b: '2' }))),
      {
        'n/c': 'Add 1 true',
        'data.a': 'Update 3 false',
        'data.b': 'Update 3 false',
      },
    );
  });

  it('do not change when nothing happened', () => {
    const sources = history(config({ a: '1' }), config({ a: '2' }));
    assert.deepEqual(accumulate(sources, diffConfig(config({ a: '2' }), config({ a: '2' }), 9)), sources);
  });

  it('do not touch what they were made from', () => {
    const before = history(config({ a: '1' }));
    const copy = structuredClone(before);
    accumulate(before, markLocal(diffConfig(config({ a: '1' }), config({ a: '2' }), 2)));
    assert.deepEqual(before, copy);
  });

  it('remember an added path as added, a removed one as removed, and one that came back as replaced', () => {
    const start = config({ a: '1' });
    const added = config({ a: '1', b: '1' });
    assert.equal(told(history(start, added, config({ a: '1', b: '2' })))['data.b'], 'Add 3 false');
    assert.equal(told(history(start, added, start))['data.b'], 'Delete 3 false');
    assert.equal(told(history(added, start, added))['data.b'], 'Replace 3 false');
    assert.equal(told(history(added, start, added, config({ a: '1', b: '3' })))['data.b'], 'Replace 4 false');
  });

  it('forget what lay below a path that was written as a whole, and nothing beside it', () => {
    const paths = told(history(config({ a: '1', ab: '1' }), config({ a: '2', ab: '2' }), config({})));
    assert.deepEqual(paths, { 'n/c': 'Add 1 true', 'data.a': 'Delete 3 false', 'data.ab': 'Delete 3 false' });
    const gone = config({ a: '1' }).replace(/^data:.*/ms, 'immutable: true\n');
    assert.deepEqual(told(history(config({ a: '1' }), config({ a: '2' }), gone)), {
      'n/c': 'Add 1 true',
      data: 'Delete 3 false',
      immutable: 'Add 3 false',
    });
    const twins = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\nspec:\n  x: 1\nspecial: 1\n';
    assert.deepEqual(
      told(
        history(
          twins,
          twins.replace('special: 1', 'special: 2'),
          twins.replace('spec:\n  x: 1\nspecial: 1', 'special: 2'),
        ),
      ),
      { '/c': 'Add 1 true', special: 'Update 2 false', spec: 'Delete 3 false' },
    );
  });

  it('take a first change of a resource that was unchanged so far', () => {
    const none = diffConfig(config({ a: '1' }), config({ a: '1' }), 1);
    const sources = accumulate(none, markLocal(diffConfig(config({ a: '1' }), config({ a: '2' }), 2)));
    assert.deepEqual(told(sources), { 'n/c': 'Update 2 true', 'data.a': 'Update 2 false' });
  });

  it('tell resources of one name by their types', () => {
    const secret = config({ a: '1' }).replace('ConfigMap', 'Secret');
    const both = `${config({ a: '1' })}---\n${secret}`;
    const sources = history(both, `${config({ a: '1' })}---\n${secret.replace('a: 1', 'a: 2')}`);
    assert.deepEqual(
      sources.map(({ PathMutationMap }) => Object.keys(PathMutationMap)),
      [[], ['data.a']],
    );
  });

  it('add a resource that they did not have', () => {
    const sources = accumulate(history(config({ a: '1' })), diffConfig('', config({ z: '1' }, 'other'), 2));
    assert.deepEqual(told(sources), { 'n/c': 'Add 1 true', 'n/other': 'Add 2 true' });
    const again = accumulate(history(config({ a: '1' })), diffConfig('', config({ a: '2' }), 2));
    assert.deepEqual(told(again), { 'n/c': 'Add 2 true' });
  });

  it('keep a removed resource as such, and tell when it came back', () => {
    const other = config({ x: '1', y: '2' }, 'other');
    const both = `${config({ a: '1' })}---\n${other}`;
    assert.equal(told(history(both, other))['n/c'], 'Delete 2 false');
    assert.equal(told(history(both, other, both))['n/c'], 'Replace 3 false');
    assert.equal(told(history(both, other, both, other))['n/c'], 'Delete 4 false');
  });

  it('keep a removal that is told twice', () => {
    const gone = diffConfig(config({ a: '1' }), '', 2);
    assert.equal(told(accumulate(gone, diffConfig(config({ a: '1' }), '', 3)))['n/c'], 'Delete 3 true');
  });

  it('follow a resource through new names and namespaces', () => {
    const sources = history(
      config({ a: '1', b: '2' }),
      config({ a: '1', b: '2' }, 'd', 'm'),
      config({ a: '3', b: '2' }, 'd', 'm'),
    );
    assert.deepEqual(told(sources), {
      'm/d': 'Add 1 true',
      'metadata.name': 'Update 2 false',
      'metadata.namespace': 'Update 2 false',
      'data.a': 'Update 3 false',
    });
    assert.deepEqual(Object.keys(sources[0]?.Aliases ?? {}).sort(), ['m/d', 'n/c']);
    assert.deepEqual(Object.keys(sources[0]?.AliasesWithoutScopes ?? {}).sort(), ['c', 'd']);
    const wanted = { ResourceType: 'v1/ConfigMap', ResourceNameWithoutScope: 'c' };
    assert.equal(sourceOf(sources, wanted), sources[0]);
    assert.equal(sourceOf(sources, { ...wanted, ResourceNameWithoutScope: 'd' }), sources[0]);
    assert.equal(sourceOf(sources, { ...wanted, ResourceNameWithoutScope: 'e' }), undefined);
    assert.equal(sourceOf(sources, { ...wanted, ResourceType: 'v1/Secret' }), undefined);
  });

  it('of two resources the one that has the name now counts, not the one that had it', () => {
    const [one, two] = [
      history(config({ a: '1', b: '2' }, 'c'), config({ a: '1', b: '2' }, 'd')),
      history(config({ z: '9' }, 'c')),
    ];
    const sources = [...one, ...two];
    assert.equal(sourceOf(sources, { ResourceType: 'v1/ConfigMap', ResourceNameWithoutScope: 'c' }), two[0]);
  });
});

describe('a change written here', () => {
  const parts = diffConfig(config({ a: '1' }), config({ a: '2' }), 2);

  it('is marked on its paths, on the resource only when it is new, replaced or gone', () => {
    assert.deepEqual(told(markLocal(parts)), { 'n/c': 'Update 2 true', 'data.a': 'Update 2 false' });
    assert.deepEqual(told(markLocal(diffConfig('', config({ a: '1' }), 2))), { 'n/c': 'Add 2 false' });
    assert.deepEqual(told(markLocal(diffConfig(config({ a: '1' }), '', 2))), { 'n/c': 'Delete 2 false' });
    assert.deepEqual(told(markLocal(diffConfig(config({ a: '1' }), config({ a: '1' }), 2))), {
      'n/c': 'None 2 true',
    });
  });

  it('is marked on a resource that came back', () => {
    const other = config({ x: '1', y: '2' }, 'other');
    const both = `${config({ a: '1' })}---\n${other}`;
    const back = accumulate(diffConfig(both, other, 2), diffConfig(other, both, 3));
    assert.equal(told(back)['n/c'], 'Replace 3 true');
    assert.equal(told(markLocal(back))['n/c'], 'Replace 3 false');
  });

  it('is protected when asked', () => {
    assert.equal(markLocal(parts, true)[0]?.PathMutationMap['data.a']?.Protected, true);
    assert.equal(markLocal(parts)[0]?.PathMutationMap['data.a']?.Protected, undefined);
    assert.equal(
      markLocal(diffConfig('', config({ a: '1' }), 2), true)[0]?.ResourceMutationInfo.Protected,
      true,
    );
  });
});

describe('whether there are changes', () => {
  it('is told by any resource', () => {
    assert.equal(hasChanges([]), false);
    assert.equal(hasChanges(diffConfig(config({ a: '1' }), config({ a: '1' }), 1)), false);
    assert.equal(hasChanges(diffConfig(config({ a: '1' }), config({ a: '2' }), 1)), true);
    const both = `${config({ a: '1' })}---\n${config({ z: '1' }, 'other')}`;
    assert.equal(hasChanges(diffConfig(both, both.replace('z: 1', 'z: 2'), 1)), true);
  });
});

describe('the paths that a value stands for', () => {
  const cases: [string, string | undefined, string[]][] = [
    ['a', undefined, ['a']],
    ['a', '', ['a']],
    ['a', '5 # five\n', ['a']],
    ['a', '{}\n', ['a']],
    ['a', 'b: 1\nc.d:\n  e: 2\n', ['a.b', 'a.c~1d.e']],
    ['a.env', '- name: X\n  value: y\n', ['a.env.?name=X.name', 'a.env.?name=X.value']],
    ['a.args', '- x\n- y\n', ['a.args']],
    ['env#order', '- name=B\n', ['env#order']],
    ['', '- x\n', ['']],
    ['a', 'b: c: d', ['a']],
  ];
  for (const [path, value, expected] of cases) {
    it(`${path || 'root'} ${JSON.stringify(value)}`, () =>
      assert.deepEqual(writtenPaths(path, value), expected));
  }
});
