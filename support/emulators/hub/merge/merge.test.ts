import assert from 'node:assert/strict';
import { accumulate, diffConfig, markLocal, mergeConfig } from './index';
import type { MergeResult } from './model';

const BASE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: trade-service
  namespace: confighubplaceholder
spec:
  replicas: 3 # scale
  template:
    spec:
      containers:
        # the service itself
        - name: main
          image: ts:v1
          env:
            - name: A
              value: "v1"
`;

interface Edits {
  base?: string;
  upstream: (text: string) => string;
  here: (text: string) => string;
  mode?: 'B' | 'C';
  protect?: boolean;
}

/** Clones the base, edits the clone, edits the base, upgrades. */
function upgrade({ base = BASE, upstream, here, mode = 'B', protect = false }: Edits): MergeResult {
  const local = here(base);
  const localSources = accumulate(diffConfig('', base, 1), markLocal(diffConfig(base, local, 2), protect));
  return mergeConfig({ base, theirs: upstream(base), local, localSources, index: 3, mode });
}

const replace =
  (...pairs: [string, string][]) =>
  (text: string): string =>
    pairs.reduce((edited, [from, to]) => {
      assert.ok(edited.includes(from), `no ${JSON.stringify(from)} in the text`);
      return edited.replace(from, to);
    }, text);
const scaled = replace(['replicas: 3', 'replicas: 5']);
const reasons = (result: MergeResult): string[] =>
  result.conflicts.map(({ Path, Reason }) => `${Reason} ${Path}`.trim());

const ENV_A = '            - name: A\n              value: "v1"\n';
const ENV_B = '            - name: B\n              value: b\n';
const ENV_C = '            - name: C\n              value: c\n';
const HISTORY = '  revisionHistoryLimit: 2\n';
const SERVICE = `---
apiVersion: v1
kind: Service
metadata:
  name: trade-service
spec:
  ports:
    - name: http
      port: 80
`;

describe('upgrade, the rows of contract 5.2', () => {
  it('1: a changed env value arrives, the local replicas and their comment stay', () => {
    const result = upgrade({ upstream: replace(['"v1"', '"v2"']), here: scaled });
    assert.equal(result.data, replace(['"v1"', '"v2"'], ['replicas: 3', 'replicas: 5'])(BASE));
    assert.deepEqual(result.conflicts, []);
  });

  it('2: replicas changed on both sides stay local (B), are overwritten (C) or protected (C)', () => {
    const edits = { upstream: replace(['replicas: 3', 'replicas: 4']), here: scaled };
    const result = upgrade(edits);
    assert.equal(result.data, scaled(BASE));
    assert.deepEqual(result.conflicts, [
      {
        ResourceType: 'apps/v1/Deployment',
        ResourceName: 'confighubplaceholder/trade-service',
        Path: 'spec.replicas',
        Reason: 'ProtectedPath',
        Local: '5 # scale\n',
        Upstream: '4 # scale\n',
      },
    ]);
    const unprotected = upgrade({ ...edits, mode: 'C' });
    assert.equal(unprotected.data, replace(['replicas: 3', 'replicas: 4'])(BASE));
    assert.deepEqual(unprotected.conflicts, []);
    const kept = upgrade({ ...edits, mode: 'C', protect: true });
    assert.equal(kept.data, scaled(BASE));
    assert.deepEqual(reasons(kept), ['ProtectedPath spec.replicas']);
  });

  it('3: the same value on both sides is no conflict and no change', () => {
    for (const mode of ['B', 'C'] as const) {
      const result = upgrade({ upstream: scaled, here: scaled, mode });
      assert.equal(result.data, scaled(BASE));
      assert.deepEqual(result.conflicts, []);
      assert.deepEqual(
        result.mutations.map((mutation) => mutation.ResourceMutationInfo.MutationType),
        ['None'],
      );
    }
  });

  it('4: a new field arrives at the end of its map', () => {
    const upstream = replace(['  template:', `${HISTORY}  template:`]);
    assert.equal(upgrade({ upstream, here: scaled }).data, scaled(BASE) + HISTORY);
    assert.equal(upgrade({ upstream, here: scaled, mode: 'C' }).data, scaled(BASE) + HISTORY);
  });

  it('5: a removed field goes', () => {
    const base = BASE + HISTORY;
    for (const mode of ['B', 'C'] as const) {
      assert.equal(upgrade({ base, upstream: () => BASE, here: scaled, mode }).data, scaled(BASE));
    }
  });

  it('6: a field removed upstream and changed here stays (B), goes (C) or is protected (C)', () => {
    const base = BASE + HISTORY;
    const edits = { base, upstream: () => BASE, here: replace(['Limit: 2', 'Limit: 9']) };
    const kept = `${BASE}  revisionHistoryLimit: 9\n`;
    const result = upgrade(edits);
    assert.equal(result.data, kept);
    assert.deepEqual(reasons(result), ['ProtectedPath spec.revisionHistoryLimit']);
    assert.equal(upgrade({ ...edits, mode: 'C' }).data, BASE);
    assert.equal(upgrade({ ...edits, mode: 'C', protect: true }).data, kept);
  });

  it("7: env variables added on both sides are both there, upstream's first", () => {
    const edits = { upstream: (text: string) => text + ENV_B, here: (text: string) => text + ENV_C };
    for (const mode of ['B', 'C'] as const) {
      const result = upgrade({ ...edits, mode });
      assert.equal(result.data, BASE + ENV_B + ENV_C);
      assert.deepEqual(result.conflicts, []);
    }
  });

  it('8: a variable inserted before another does not hide its change', () => {
    const here = replace([ENV_A, ENV_C + ENV_A]);
    for (const mode of ['B', 'C'] as const) {
      const result = upgrade({ upstream: replace(['"v1"', '"v2"']), here, mode });
      assert.equal(result.data, replace(['"v1"', '"v2"'])(here(BASE)));
    }
  });

  it('9: a new resource arrives', () => {
    for (const mode of ['B', 'C'] as const) {
      const result = upgrade({ upstream: (text) => text + SERVICE, here: scaled, mode });
      assert.equal(result.data, scaled(BASE) + SERVICE);
    }
  });

  it('10: a removed resource goes, unless it was edited here: then it stays and is reported', () => {
    const edits = { base: BASE + SERVICE, upstream: () => BASE };
    for (const mode of ['B', 'C'] as const) {
      assert.equal(upgrade({ ...edits, here: scaled, mode }).data, scaled(BASE));
      const edited = upgrade({ ...edits, here: replace(['port: 80', 'port: 81']), mode });
      assert.equal(edited.data, BASE + SERVICE.replace('80', '81'));
      assert.deepEqual(reasons(edited), ['ProtectedPath']);
    }
  });

  it('10: a namespace set here does not keep a removed resource', () => {
    const base =
      BASE +
      SERVICE.replace('spec:', '  namespace: confighubplaceholder\nspec:').replace(
        'metadata:\n',
        'metadata:\n',
      );
    const here = (text: string): string => text.replaceAll('confighubplaceholder', 'prod-us');
    assert.equal(upgrade({ base, upstream: () => BASE, here }).data, here(BASE));
  });

  it('11: a resource removed here stays removed', () => {
    for (const mode of ['B', 'C'] as const) {
      const result = upgrade({
        base: BASE + SERVICE,
        upstream: replace(['port: 80', 'port: 81']),
        here: () => BASE,
        mode,
      });
      assert.equal(result.data, BASE);
      assert.deepEqual(reasons(result), ['DeleteShadowed']);
    }
  });

  it('12: an image change finds the resource under its own namespace', () => {
    const here = replace(['confighubplaceholder', 'prod-us']);
    for (const mode of ['B', 'C'] as const) {
      const result = upgrade({ upstream: replace(['ts:v1', 'ts:v2']), here, mode });
      assert.equal(result.data, replace(['ts:v1', 'ts:v2'])(here(BASE)));
    }
  });

  it('13: swapped variables are matched by name and take the order of upstream', () => {
    const base = BASE + ENV_B;
    const upstream = replace([ENV_A + ENV_B, ENV_B + ENV_A]);
    const here = replace(['value: b', 'value: 9']);
    for (const mode of ['B', 'C'] as const) {
      assert.equal(
        upgrade({ base, upstream, here, mode }).data,
        upstream(base).replace('value: b', 'value: 9'),
      );
    }
  });

  it('14: a changed comment leaves a local value alone (B), brings the upstream value (C) or not (C)', () => {
    const edits = { upstream: replace(['# scale', '# new comment']), here: scaled };
    assert.equal(upgrade(edits).data, scaled(BASE));
    assert.equal(upgrade({ ...edits, mode: 'C' }).data, edits.upstream(BASE));
    assert.equal(upgrade({ ...edits, mode: 'C', protect: true }).data, scaled(BASE));
  });

  it('15: an image change and labels added here are both there', () => {
    const here = replace(['spec:\n  replicas', '  labels:\n    tier: trading\nspec:\n  replicas']);
    for (const mode of ['B', 'C'] as const) {
      const result = upgrade({ upstream: replace(['ts:v1', 'ts:v2']), here, mode });
      assert.equal(result.data, replace(['ts:v1', 'ts:v2'])(here(BASE)));
    }
  });
});

describe('names', () => {
  const config = (name: string, value: string): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  a: ${value}\n  b: "1"\n`;

  it('a resource renamed here is found by the name it had', () => {
    const result = upgrade({
      base: config('one', 'x'),
      upstream: replace(['a: x', 'a: y']),
      here: replace(['name: one', 'name: mine']),
    });
    assert.equal(result.data, config('mine', 'y'));
  });

  it('a resource renamed upstream is renamed', () => {
    const result = upgrade({
      base: config('one', 'x'),
      upstream: replace(['one', 'two']),
      here: replace(['b: "1"', 'b: "2"']),
    });
    assert.equal(result.data, config('two', 'x').replace('"1"', '"2"'));
  });

  it('a name that another resource has here is not given twice', () => {
    const two = `---\n${config('two', 'x')}`;
    const result = upgrade({
      base: config('one', 'x'),
      upstream: replace(['one', 'two']),
      here: (text) => text + two,
    });
    assert.equal(result.data, config('two', 'x'));
  });
});
