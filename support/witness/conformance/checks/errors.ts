import { deepEqual, equal, match } from 'node:assert/strict';
import { deploymentOf, type Group, type Loose, mapOf } from '../bench';

export const errors: Group = {
  title: 'Bad requests and what is answered',
  checks: [
    {
      behaviour: 'what is not there: 404 with a Status that names kind and name',
      async check(bench) {
        const { status, body } = await bench.ask('GET', `${bench.maps}/${bench.name}`);
        equal(status, 404);
        deepEqual(body, {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: `configmaps "${bench.name}" not found`,
          reason: 'NotFound',
          details: { name: bench.name, kind: 'configmaps' },
          code: 404,
        });
      },
    },
    {
      behaviour: 'what is there already: 409 AlreadyExists',
      async check(bench) {
        await bench.map();
        const { status, body } = await bench.ask('POST', bench.maps, mapOf(bench.name));
        deepEqual([status, body.reason], [409, 'AlreadyExists']);
        equal(body.message, `configmaps "${bench.name}" already exists`);
      },
    },
    {
      behaviour: 'an update from an old version: 409 Conflict',
      async check(bench) {
        const old = await bench.map();
        const path = `${bench.maps}/${bench.name}`;
        await bench.merge(path, { data: { a: '1' } });
        const { status, body } = await bench.ask('PUT', path, { ...old, data: { a: '2' } });
        deepEqual([status, body.reason], [409, 'Conflict']);
        match(body.message, /please apply your changes to the latest version and try again/);
      },
    },
    {
      behaviour: 'an invalid object: 422 with a cause for each field',
      async check(bench) {
        const deployment = deploymentOf(bench.name, -1, {}, { image: '', imagePullPolicy: 'Sometimes' });
        const { status, body } = await bench.ask('POST', bench.deployments, deployment);
        deepEqual([status, body.reason], [422, 'Invalid']);
        deepEqual(body.details.causes.map(({ field }: Loose) => field.split('.').at(-1)).sort(), [
          'image',
          'imagePullPolicy',
          'replicas',
        ]);
      },
    },
    {
      behaviour: 'a value of the wrong type: 400',
      async check(bench) {
        const { status, body } = await bench.ask(
          'POST',
          bench.deployments,
          deploymentOf(bench.name, 0, { replicas: 'three' }),
        );
        deepEqual([status, body.reason], [400, 'BadRequest']);
      },
    },
    {
      behaviour: 'a body that is no JSON: 400',
      async check(bench) {
        const { status, body } = await bench.ask('POST', bench.maps, '{"metadata":');
        deepEqual([status, body.reason], [400, 'BadRequest']);
      },
    },
    {
      behaviour:
        'an unknown field: a warning, an error when asked to be strict, silence when asked to ignore',
      async check(bench) {
        const typo = deploymentOf(bench.name, 0, { replicsa: 3 });
        const path = `${bench.deployments}?dryRun=All`;
        const warned = await bench.ask('POST', path, typo);
        equal(warned.status, 201);
        match(warned.warning ?? '', /unknown field \\"spec\.replicsa\\"/);
        const strict = await bench.ask('POST', `${path}&fieldValidation=Strict`, typo);
        deepEqual([strict.status, strict.body.reason], [400, 'BadRequest']);
        match(strict.body.message, /strict decoding error: unknown field "spec\.replicsa"/);
        equal((await bench.ask('POST', `${path}&fieldValidation=Ignore`, typo)).warning, undefined);
      },
    },
    {
      behaviour: 'a change of what cannot change, such as a selector: 422',
      async check(bench) {
        await bench.does('POST', bench.deployments, deploymentOf(bench.name, 0));
        const { status, body } = await bench.jsonPatch(`${bench.deployments}/${bench.name}`, [
          { op: 'replace', path: '/spec/selector/matchLabels', value: { x: 'y' } },
          { op: 'replace', path: '/spec/template/metadata/labels', value: { x: 'y' } },
        ]);
        equal(status, 422);
        match(body.message, /spec\.selector: Invalid value: .*: field is immutable/s);
      },
    },
    {
      behaviour: 'a selector that does not select the template: 422',
      async check(bench) {
        const spec = { selector: { matchLabels: { other: 'label' } } };
        const { status, body } = await bench.ask(
          'POST',
          bench.deployments,
          deploymentOf(bench.name, 0, spec),
        );
        equal(status, 422);
        match(body.message, /`selector` does not match template `labels`/);
      },
    },
    {
      behaviour: 'a name that is none: 422 which says what names are',
      async check(bench) {
        const { status, body } = await bench.ask('POST', bench.maps, mapOf('Not_A_Name', {}, { labels: {} }));
        equal(status, 422);
        match(body.message, /a lowercase RFC 1123 subdomain must consist of/);
      },
    },
    {
      behaviour: 'an object for another namespace than the path says: 400',
      async check(bench) {
        const { status, body } = await bench.ask(
          'POST',
          bench.maps,
          mapOf(bench.name, {}, { namespace: 'other' }),
        );
        equal(status, 400);
        match(body.message, /does not match the namespace/);
      },
    },
    {
      behaviour: 'a kind of resource that does not exist: 404',
      async check(bench) {
        equal((await bench.ask('GET', `${bench.core}/gizmos`)).status, 404);
      },
    },
    {
      behaviour: 'a verb that a resource does not have: 405',
      async check(bench) {
        const { status, body } = await bench.ask('PUT', bench.maps, mapOf(bench.name));
        deepEqual([status, body.reason], [405, 'MethodNotAllowed']);
      },
    },
    {
      behaviour: 'a form of answer that is not made: 406',
      async check(bench) {
        const { status } = await bench.ask('GET', bench.maps, undefined, { accept: 'application/pdf' });
        equal(status, 406);
      },
    },
    {
      behaviour: 'a selector that cannot be read: 400',
      async check(bench) {
        const { status } = await bench.ask('GET', `${bench.maps}?labelSelector=a%3D%3D%3Db`);
        equal(status, 400);
      },
    },
    {
      behaviour: 'a continuation that cannot be read: 400',
      async check(bench) {
        const { status } = await bench.ask('GET', `${bench.maps}?limit=1&continue=zzz`);
        equal(status, 400);
      },
    },
    {
      behaviour: 'a dry run of a creation makes nothing',
      async check(bench) {
        equal((await bench.ask('POST', `${bench.maps}?dryRun=All`, mapOf(bench.name))).status, 201);
        equal((await bench.ask('GET', `${bench.maps}/${bench.name}`)).status, 404);
      },
    },
    {
      behaviour: 'a proxy to a service that has no pods: 503',
      async check(bench) {
        await bench.does('POST', `${bench.core}/services`, {
          metadata: { name: bench.name },
          spec: { selector: { check: 'nothing' }, ports: [{ name: 'http', port: 80 }] },
        });
        const { status, body } = await bench.ask('GET', `${bench.core}/services/${bench.name}:http/proxy/`);
        deepEqual([status, body.reason], [503, 'ServiceUnavailable']);
        match(body.message, /no endpoints available for service/);
      },
    },
  ],
};
