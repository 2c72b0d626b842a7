import assert from 'node:assert/strict';
import { ApiError } from '../status/api-error';
import type { Json } from '../store/kube-object';
import { FieldSet } from './field-set';
import { type Ownerships, writeOwnerships } from './managers';
import { applyConfiguration, trackUpdate } from './ownership';

type Members = { [field: string]: Json };

const TYPE = '#apps.v1.Deployment';
const containers = (list: Json): Members => ({ spec: { template: { spec: { containers: list } } } });

/** An object and who owns what of it, changed by named managers. */
class Subject {
  object: Members = { spec: { template: { spec: { containers: null } } } };
  ownerships: Ownerships = new Map();

  apply(manager: string, configuration: Members, force = false): this {
    const result = applyConfiguration(this.write(manager, 'Apply'), configuration, force);
    Object.assign(this, { object: result.object, ownerships: result.ownerships });
    return this;
  }

  update(manager: string, object: Members): this {
    const ownerships = trackUpdate(this.write(manager, 'Update'), object);
    Object.assign(this, { object, ownerships });
    return this;
  }

  owned(manager: string): Json | undefined {
    return writeOwnerships(this.ownerships)?.find((entry) => entry.manager === manager)?.fieldsV1;
  }

  private write(manager: string, operation: 'Apply' | 'Update') {
    const who = { manager, operation, apiVersion: 'apps/v1' };
    const time = '2026-01-01T00:00:00Z';
    return {
      live: this.object,
      type: TYPE,
      ownerships: this.ownerships,
      who,
      time,
      ignored: new FieldSet(),
    } as const;
  }
}

describe('field ownership', () => {
  it('gives an applier what it applied', () => {
    const subject = new Subject().apply('a', { spec: { replicas: 3 }, metadata: { labels: { x: '1' } } });
    assert.deepEqual(subject.owned('a'), {
      'f:metadata': { 'f:labels': { 'f:x': {} } },
      'f:spec': { 'f:replicas': {} },
    });
  });

  it('refuses to change what another applier owns, and names it', () => {
    const subject = new Subject().apply('a', { spec: { replicas: 3 } });
    assert.throws(
      () => subject.apply('b', { spec: { replicas: 5 } }),
      (error) =>
        error instanceof ApiError &&
        error.code === 409 &&
        error.message === 'Apply failed with 1 conflict: conflict with "a": .spec.replicas',
    );
    assert.deepEqual((subject.object.spec as Members).replicas, 3);
  });

  it('names an updater with its version, and lists several conflicts by manager', () => {
    const subject = new Subject()
      .update('scaler', { spec: { replicas: 2, paused: true } })
      .apply('a', { spec: { minReadySeconds: 4 } });
    assert.throws(
      () => subject.apply('b', { spec: { replicas: 5, paused: false, minReadySeconds: 1 } }),
      (error) =>
        error instanceof ApiError &&
        error.message ===
          'Apply failed with 3 conflicts: conflicts with "a":\n- .spec.minReadySeconds\nconflicts with "scaler" using apps/v1:\n- .spec.paused\n- .spec.replicas' &&
        error.details?.causes?.[0]?.reason === 'FieldManagerConflict',
    );
  });

  it('shares a field whose value both apply', () => {
    const subject = new Subject().apply('a', { spec: { replicas: 3 } }).apply('b', { spec: { replicas: 3 } });
    assert.deepEqual(subject.owned('a'), { 'f:spec': { 'f:replicas': {} } });
    assert.deepEqual(subject.owned('b'), { 'f:spec': { 'f:replicas': {} } });
  });

  it('takes a field over by force', () => {
    const subject = new Subject()
      .apply('a', { spec: { replicas: 3, paused: true } })
      .apply('b', { spec: { replicas: 5 } }, true);
    assert.deepEqual(subject.owned('a'), { 'f:spec': { 'f:paused': {} } });
    assert.deepEqual((subject.object.spec as Members).replicas, 5);
  });

  it('removes what is no longer applied, and nothing that another owns', () => {
    const subject = new Subject()
      .apply('a', { metadata: { labels: { mine: '1', ours: '1' } } })
      .apply('b', { metadata: { labels: { ours: '1' } } })
      .apply('a', { metadata: { labels: {} } });
    assert.deepEqual(subject.object.metadata, { labels: { ours: '1' } });
  });

  it('keeps what nobody applied', () => {
    const subject = new Subject()
      .update('u', { spec: { replicas: 1 } })
      .apply('a', { spec: { paused: true } })
      .apply('a', {});
    assert.deepEqual(subject.object.spec, { replicas: 1 });
  });

  it('tells list items by their keys', () => {
    const port = (containerPort: number, name: string): Json => ({ containerPort, name });
    const subject = new Subject()
      .apply('a', containers([{ name: 'main', image: 'x', ports: [port(80, 'http'), port(90, 'metrics')] }]))
      .apply('b', containers([{ name: 'main', env: [{ name: 'A', value: '1' }] }]))
      .apply('a', containers([{ name: 'main', image: 'x', ports: [port(90, 'metrics')] }]));
    assert.deepEqual(subject.object, {
      ...containers([
        { name: 'main', image: 'x', ports: [port(90, 'metrics')], env: [{ name: 'A', value: '1' }] },
      ]),
    });
    const key = 'k:{"containerPort":90,"protocol":"TCP"}';
    const [owned] = Object.values(
      (
        (((subject.owned('a') as Members)['f:spec'] as Members)['f:template'] as Members)['f:spec'] as Members
      )['f:containers'] as Members,
    ) as Members[];
    assert.deepEqual(owned?.['f:ports'], { [key]: { '.': {}, 'f:containerPort': {}, 'f:name': {} } });
  });

  it('removes a container that its one owner drops', () => {
    const subject = new Subject()
      .apply('a', containers([{ name: 'one' }, { name: 'two' }]))
      .apply('a', containers([{ name: 'two' }]));
    assert.deepEqual(subject.object, containers([{ name: 'two' }]));
  });

  it('changes nothing when the same is applied again', () => {
    const subject = new Subject().apply('a', { spec: { replicas: 3 } });
    const { changed } = applyConfiguration(
      {
        live: subject.object,
        type: TYPE,
        ownerships: subject.ownerships,
        who: { manager: 'a', operation: 'Apply', apiVersion: 'apps/v1' },
        time: '2027-01-01T00:00:00Z',
        ignored: new FieldSet(),
      },
      { spec: { replicas: 3 } },
      false,
    );
    assert.equal(changed, false);
  });

  it('takes an updater what another one writes', () => {
    const subject = new Subject()
      .update('u', { spec: { replicas: 1 } })
      .update('v', { spec: { replicas: 2 } });
    assert.equal(subject.owned('u'), undefined);
    assert.deepEqual(subject.owned('v'), { 'f:spec': { 'f:replicas': {} } });
  });

  it('gathers the oldest of too many updaters', () => {
    const subject = new Subject();
    for (let n = 0; n < 14; n += 1) {
      const labels = Object.fromEntries(Array.from({ length: n + 1 }, (_, label) => [`l${label}`, 'x']));
      subject.update(`u${n}`, { metadata: { labels } });
    }
    const managers = [...subject.ownerships.values()].map(({ who }) => who.manager);
    assert.equal(managers.length, 10);
    assert.ok(managers.includes('ancient-changes'));
  });
});
