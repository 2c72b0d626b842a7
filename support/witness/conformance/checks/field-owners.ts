import { deepEqual, equal, match } from 'node:assert/strict';
import { type Bench, deploymentOf, type Group, type Loose, mapOf } from '../bench';

const ownersOf = (object: Loose, subresource?: string): string[] =>
  object.metadata.managedFields
    .filter((entry: Loose) => entry.subresource === subresource)
    .map(({ manager }: Loose) => manager)
    .sort();
const data = (bench: Bench, values: Record<string, string>) => mapOf(bench.name, values);

export const fieldOwners: Group = {
  title: 'Apply and the owners of fields',
  checks: [
    {
      behaviour: 'the first apply creates, and notes its manager as owner by Apply',
      async check(bench) {
        const { status, body } = await bench.apply(
          `${bench.maps}/${bench.name}`,
          'one',
          data(bench, { a: '1' }),
        );
        equal(status, 201);
        const [{ manager, operation, fieldsV1 }] = body.metadata.managedFields;
        deepEqual(
          { manager, operation, field: fieldsV1['f:data'] },
          {
            manager: 'one',
            operation: 'Apply',
            field: { 'f:a': {} },
          },
        );
      },
    },
    {
      behaviour: 'applying the same again changes nothing, its version neither',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        const first = await bench.apply(path, 'one', data(bench, { a: '1' }));
        const second = await bench.apply(path, 'one', data(bench, { a: '1' }));
        equal(second.status, 200);
        equal(second.body.metadata.resourceVersion, first.body.metadata.resourceVersion);
      },
    },
    {
      behaviour: 'another value of another manager is a conflict, which names field and owner',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        await bench.apply(path, 'one', data(bench, { a: '1' }));
        const { status, body } = await bench.apply(path, 'two', data(bench, { a: '2' }));
        equal(status, 409);
        equal(body.reason, 'Conflict');
        match(body.message, /conflict with "one": \.data\.a/);
        deepEqual(body.details.causes[0], {
          reason: 'FieldManagerConflict',
          message: 'conflict with "one"',
          field: '.data.a',
        });
      },
    },
    {
      behaviour: 'a conflict changes nothing of what was applied with it',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        await bench.apply(path, 'one', data(bench, { a: '1' }));
        await bench.apply(path, 'two', data(bench, { a: '2', b: '2' }));
        deepEqual((await bench.get(path)).data, { a: '1' });
      },
    },
    {
      behaviour: 'two managers that apply the same value share the field',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        await bench.apply(path, 'one', data(bench, { a: '1' }));
        const { status, body } = await bench.apply(path, 'two', data(bench, { a: '1' }));
        equal(status, 200);
        deepEqual(ownersOf(body), ['one', 'two']);
      },
    },
    {
      behaviour: 'a shared field stays when one of its owners leaves it out',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        await bench.apply(path, 'one', data(bench, { a: '1' }));
        await bench.apply(path, 'two', data(bench, { a: '1' }));
        deepEqual((await bench.apply(path, 'one', data(bench, {}))).body.data, { a: '1' });
      },
    },
    {
      behaviour: 'by force a field changes its value and its owner',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        await bench.apply(path, 'one', data(bench, { a: '1' }));
        const { status, body } = await bench.apply(path, 'two', data(bench, { a: '2' }), '&force=true');
        equal(status, 200);
        deepEqual(body.data, { a: '2' });
        const one = body.metadata.managedFields.find(({ manager }: Loose) => manager === 'one');
        equal(one?.fieldsV1['f:data']?.['f:a'], undefined);
      },
    },
    {
      behaviour: 'what a manager no longer applies, and nobody else owns, is removed',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        await bench.apply(path, 'one', data(bench, { a: '1', b: '1' }));
        deepEqual((await bench.apply(path, 'one', data(bench, { a: '1' }))).body.data, { a: '1' });
      },
    },
    {
      behaviour: 'variables of a container belong to who applied each, and merge by name',
      async check(bench) {
        const path = `${bench.deployments}/${bench.name}`;
        const env = (name: string) => ({ env: [{ name, value: '1' }] });
        await bench.apply(path, 'one', deploymentOf(bench.name, 0, {}, env('A')));
        const { body } = await bench.apply(path, 'two', deploymentOf(bench.name, 0, {}, env('B')));
        const names = body.spec.template.spec.containers[0].env.map(({ name }: Loose) => name);
        deepEqual(names, ['A', 'B']);
      },
    },
    {
      behaviour: 'an update beside appliers owns what it changed; applying another value conflicts with it',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        await bench.apply(path, 'one', data(bench, { a: '1' }));
        await bench.merge(`${path}?fieldManager=editor`, { data: { a: '9' } });
        const { status, body } = await bench.apply(path, 'one', data(bench, { a: '1' }));
        equal(status, 409);
        match(body.message, /conflict with "editor" using v1: \.data\.a/);
      },
    },
    {
      behaviour: 'replicas set by scaling belong to the scaler, as of the subresource',
      async check(bench) {
        const path = `${bench.deployments}/${bench.name}`;
        await bench.apply(path, 'one', deploymentOf(bench.name, 0));
        await bench.merge(`${path}/scale?fieldManager=scaler`, { spec: { replicas: 1 } });
        deepEqual(ownersOf(await bench.get(path), 'scale'), ['scaler']);
        const { status, body } = await bench.apply(path, 'one', deploymentOf(bench.name, 0));
        equal(status, 409);
        match(body.message, /conflict with "scaler".*\.spec\.replicas/);
      },
    },
    {
      behaviour: 'who leaves the replicas out does not touch what others scaled',
      async check(bench) {
        const path = `${bench.deployments}/${bench.name}`;
        const without = deploymentOf(bench.name, 0);
        delete without.spec.replicas;
        await bench.apply(path, 'one', without);
        await bench.merge(`${path}/scale?fieldManager=scaler`, { spec: { replicas: 0 } });
        const { status, body } = await bench.apply(path, 'one', without);
        deepEqual({ status, replicas: body.spec.replicas }, { status: 200, replicas: 0 });
      },
    },
    {
      behaviour: 'a dry apply answers as if, and leaves nothing',
      async check(bench) {
        const path = `${bench.maps}/${bench.name}`;
        const { status, body } = await bench.apply(path, 'one', data(bench, { a: '1' }), '&dryRun=All');
        deepEqual({ status, data: body.data }, { status: 201, data: { a: '1' } });
        equal((await bench.ask('GET', path)).status, 404);
      },
    },
    {
      behaviour: 'applying without naming a manager is refused',
      async check(bench) {
        const { status, body } = await bench.apply(`${bench.maps}/${bench.name}`, '', data(bench, {}));
        equal(status, 422);
        match(body.message, /fieldManager.*is required for apply patch/);
      },
    },
    {
      behaviour: 'applying a field that does not exist is refused and names it',
      async check(bench) {
        const { status, body } = await bench.apply(
          `${bench.deployments}/${bench.name}`,
          'one',
          deploymentOf(bench.name, 0, { replicsa: 1 }),
        );
        equal(status >= 400, true, `status ${status}`);
        match(body.message, /\.spec\.replicsa: field not declared in schema/);
      },
    },
  ],
};
