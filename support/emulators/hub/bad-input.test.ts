import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEPLOYMENT, encode, makeSpace, makeUnit, where } from './testing/fixtures';
import { type Ask, HubUnderTest } from './testing/hub-under-test';

type Case = [what: string, path: string, ask: Ask, message: RegExp];

/** `:s` is an existing space, `:u` an existing unit in it, `:0` an id of nothing. */
const post = (body: unknown): Ask => ({ method: 'POST', body });
const put = (body: unknown): Ask => ({ method: 'PUT', body });
const patch = (body: unknown): Ask => ({ method: 'PATCH', body });
const raw = (text: string | Buffer, headers?: Record<string, string>): Ask => ({
  method: 'POST',
  raw: text,
  headers,
});
const q = (text: string) => encodeURIComponent(text);
const unit = (Data: unknown) => post({ Slug: 'x', Data });
const invoke = (body: unknown) => post(body);
const fn = (FunctionName: unknown, Arguments: unknown = null) =>
  invoke({ FunctionInvocations: [{ FunctionName, Arguments }] });

const UNITS = '/api/space/:s/unit';
const UNIT = `${UNITS}/:u`;
const INVOKE = '/api/space/:s/function/invoke';

const cases: Case[] = [
  // Paths
  ['unknown route', '/api/nothing', {}, /there is no GET \/api\/nothing/],
  ['no route at all', '/', {}, /there is no GET/],
  ['unknown method', '/api/space', { method: 'PUT', body: {} }, /it takes GET, POST/],
  ['path that climbs', '/api/space/../../etc/passwd', {}, /there is no/],
  ['encoded path that climbs', '/api/space/..%2f..%2fetc', {}, /is not a UUID/],
  ['malformed escape', '/api/space/%zz', {}, /not a well-formed path segment/],
  ['empty segment', '/api//space', {}, /there is no/],
  ['id that is no UUID', '/api/space/abc', {}, /"abc" is not a UUID/],
  ['id of nothing', '/api/space/:0', {}, /not found/],
  ['unit of another space', '/api/space/:0/unit/:u', {}, /not found/],
  ['very long path', `/api/space/${'a'.repeat(9000)}`, {}, /is not a UUID/],
  // Query
  ['unknown parameter', '/api/space?colour=red', {}, /unknown query parameter "colour"/],
  ['parameter twice', '/api/space?select=Slug&select=Slug', {}, /given twice/],
  ['boolean that is none', '/api/space?summary=yes', {}, /must be true or false, not "yes"/],
  ['id parameter that is none', `${UNITS}?upstream_unit_id=x`, post({}), /must be a UUID, not "x"/],
  ['unknown include', '/api/unit?include=Everything', {}, /no relation "Everything"/],
  ['unknown select', '/api/unit?select=Secrets', {}, /no field "Secrets"/],
  ['where with OR', `/api/unit?${where("Slug = 'a' OR Slug = 'b'")}`, {}, /./],
  ['where that is a star', `/api/unit?${where('*')}`, {}, /./],
  ['where about data', `/api/unit?${where("Data CONTAINS 'x'")}`, {}, /invalid operator at/],
  ['where with unknown attribute', `/api/unit?${where("Colour = 'red'")}`, {}, /Colour/],
  ['where cut off', `/api/unit?${where('Slug =')}`, {}, /./],
  ['where with a bad regex', `/api/unit?${where("Slug ~ '('")}`, {}, /./],
  ['where_data without operator', `/api/unit?resource_type=v1/Service&where_data=${q('spec')}`, {}, /./],
  ['filter of nothing', '/api/unit?filter=:0', {}, /filter .* does not exist/],
  // Bodies
  ['no JSON', '/api/space', raw('{'), /not JSON/],
  [
    'another content type',
    '/api/space',
    raw('a: b', { 'content-type': 'text/yaml' }),
    /must be application\/json/,
  ],
  ['no UTF-8', '/api/space', raw(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), /not UTF-8/],
  ['too large', '/api/space', raw(`{"Slug":"${'a'.repeat(9 * 1024 * 1024)}"}`), /larger than 8 MiB/],
  ['nested too deep', '/api/space', raw(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), /nested deeper/],
  ['list for an object', '/api/space', post([1]), /must be a Space object, not a list/],
  ['text for an object', '/api/space', post('x'), /must be a Space object/],
  ['unknown field', '/api/space', post({ Slug: 'x', Colour: 'red' }), /unknown field "Colour"/],
  ['prototype as field', '/api/space', raw('{"Slug":"x","__proto__":{"a":1}}'), /unknown field "__proto__"/],
  [
    'prototype as label',
    '/api/space',
    raw('{"Slug":"x","Labels":{"__proto__":"a"}}'),
    /key that is not allowed/,
  ],
  ['no slug', '/api/space', post({ Labels: { a: 'b' } }), /Slug is required/],
  ['number as slug', '/api/space', post({ Slug: 7 }), /must be a text, not the number 7/],
  ['slug that climbs', '/api/space', post({ Slug: '../x' }), /not a valid slug/],
  ['slug of dots', '/api/space', post({ Slug: 'a..b' }), /not a valid slug/],
  ['slug with a slash', '/api/space', post({ Slug: 'a/b' }), /not a valid slug/],
  ['slug with a quote', '/api/space', post({ Slug: "a'b" }), /not a valid slug/],
  ['slug with a line break', '/api/space', post({ Slug: 'a\nb' }), /not a valid slug/],
  ['very long slug', '/api/space', post({ Slug: 'a'.repeat(129) }), /has 129 characters/],
  ['labels that are a list', '/api/space', post({ Slug: 'x', Labels: ['a'] }), /must be a map, not a list/],
  [
    'label that is an object',
    '/api/space',
    post({ Slug: 'x', Labels: { a: { b: 1 } } }),
    /Labels.a must be a text/,
  ],
  ['NUL in a text', '/api/space', post({ Slug: 'x', DisplayName: 'a\0b' }), /NUL/],
  ['space that exists', '/api/space', post({ Slug: 'taken' }), /already exists/],
  // Units
  ['data that is no base64', UNITS, unit('%%%'), /not valid base64/],
  ['data that is no text', UNITS, unit({ a: 1 }), /must be a base64 text, not an object/],
  ['data that is no UTF-8', UNITS, unit(Buffer.from([0xff, 0xfe, 0x41]).toString('base64')), /not UTF-8/],
  ['data that is no YAML', UNITS, unit(encode('a: [b')), /unit x cannot be taken/],
  ['data that is no Kubernetes object', UNITS, unit(encode('hello: world\n')), /unit x cannot be taken/],
  [
    'data with one bad document',
    UNITS,
    unit(encode(`${DEPLOYMENT}---\nfoo: bar\n`)),
    /unit x cannot be taken/,
  ],
  [
    'data nested too deep',
    UNITS,
    unit(encode(`apiVersion: v1\nkind: A\nmetadata: {name: a}\nx: ${'['.repeat(5000)}${']'.repeat(5000)}\n`)),
    /./,
  ],
  ['YAML that multiplies itself', UNITS, unit(encode(billionLaughs())), /./],
  [
    'another toolchain',
    UNITS,
    post({ Slug: 'x', ToolchainType: 'OpenTofu/HCL' }),
    /"OpenTofu\/HCL" is not supported/,
  ],
  [
    'target of nothing',
    UNITS,
    post({ Slug: 'x', TargetID: '11111111-1111-1111-1111-111111111111' }),
    /target .* does not exist/,
  ],
  ['unit that exists', UNITS, post({ Slug: 'u', Data: encode(DEPLOYMENT) }), /already exists/],
  [
    'clone with data',
    `${UNITS}?upstream_space_id=:s&upstream_unit_id=:u`,
    post({ Slug: 'x', Data: encode(DEPLOYMENT) }),
    /from upstream/,
  ],
  [
    'clone of nothing',
    `${UNITS}?upstream_space_id=:s&upstream_unit_id=:0`,
    post({ Slug: 'x' }),
    /upstream unit .* not found/,
  ],
  ['half a clone', `${UNITS}?upstream_unit_id=:u`, post({ Slug: 'x' }), /needs both/],
  ['config as a metadata patch', UNIT, patch({ spec: { replicas: 3 } }), /unknown field "spec"/],
  ['patch of what the server sets', UNIT, patch({ HeadRevisionNum: 9 }), /set by the server/],
  ['patch to an empty slug', UNIT, patch({ Slug: null }), /must not be empty/],
  ['stale version', UNIT, put({ Slug: 'u', Version: 99 }), /changed since version 99/],
  ['version that is no number', UNIT, put({ Slug: 'u', Version: 'one' }), /must be an integer/],
  ['restore of nothing', `${UNIT}?restore=77`, patch(null), /no revision 77/],
  ['restore of nonsense', `${UNIT}?restore=yesterday`, patch(null), /does not name a revision/],
  ['two sources of data', `${UNIT}?restore=1&upgrade=true`, patch(null), /only one of upgrade, restore/],
  ['half a merge', `${UNIT}?merge_source=Self`, patch(null), /must be provided/],
  ['bulk change of everything', '/api/unit?upgrade=true', patch(null), /needs where/],
  ['bulk deletion of everything', '/api/unit', { method: 'DELETE' }, /needs where/],
  ['apply without target', `${UNIT}/apply`, post(undefined), /has no target/],
  [
    'change set of nothing',
    UNIT,
    patch({ ChangeSetID: '11111111-1111-1111-1111-111111111111' }),
    /does not exist/,
  ],
  // Functions
  ['unknown function', INVOKE, fn('nope'), /invoke nope: function does not exist/],
  ['function named like a method', INVOKE, fn('constructor'), /function does not exist/],
  ['no functions', INVOKE, invoke({ FunctionInvocations: [] }), /at least one function/],
  ['no body', INVOKE, invoke(undefined), /must be an object/],
  ['arguments that are a text', INVOKE, fn('set-replicas', '3'), /must be a list/],
  ['argument that is an object', INVOKE, fn('set-replicas', [{ Value: {} }]), /must be a text, a number/],
  [
    'unknown field of a call',
    INVOKE,
    invoke({ FunctionInvocations: [{ FunctionName: 'get-replicas' }], Colour: 1 }),
    /unknown field "Colour"/,
  ],
  [
    'functions of a worker',
    INVOKE,
    invoke({ FunctionInvocations: [{ FunctionName: 'get-replicas' }], UseFunctionWorker: true }),
    /not part of this hub/,
  ],
  // The rest
  [
    'link to nothing',
    '/api/space/:s/link',
    post({ Slug: 'l', FromUnitID: ':u', ToUnitID: ':0' }),
    /ToUnitID/,
  ],
  ['target without worker', '/api/space/:s/target', post({ Slug: 't' }), /worker "" does not exist/],
  [
    'trigger on an unknown event',
    '/api/space/:s/trigger',
    post({ Slug: 't', Event: 'Dawn', FunctionName: 'get-replicas' }),
    /not "Dawn"/,
  ],
  [
    'trigger with an unknown function',
    '/api/space/:s/trigger',
    post({ Slug: 't', Event: 'Mutation', FunctionName: 'nope' }),
    /"nope" does not exist/,
  ],
  ['filter from nowhere', '/api/space/:s/filter', post({ Slug: 'f', From: 'Moon' }), /not "Moon"/],
  [
    'filter with a bad where',
    '/api/space/:s/filter',
    post({ Slug: 'f', From: 'Unit', Where: 'Slug =' }),
    /./,
  ],
  ['tag of nothing', `/api/unit/tag?${where("Slug = 'u'")}`, post({ TagID: ':0' }), /does not exist/],
  ['stream without secret', '/api/bridge_worker/:0/stream', post({}), /invalid worker secret/],
  ['no credential', '/api/space', { headers: { authorization: '' } }, /no credential/],
  ['wrong credential', '/api/space', { headers: { authorization: 'Bearer x' } }, /not known/],
];

describe('bad input', () => {
  const hub = new HubUnderTest();
  const ids: Record<string, string> = { ':0': '99999999-9999-4999-9999-999999999999' };
  before(async () => {
    await hub.start();
    const space = await makeSpace(hub, 'taken');
    ids[':s'] = space.SpaceID;
    ids[':u'] = (await makeUnit(hub, space, 'u')).UnitID;
  });
  after(() => hub.stop());

  const filled = <T>(value: T): T =>
    value === undefined
      ? value
      : JSON.parse(JSON.stringify(value).replace(/:[0su]\b/g, (name) => ids[name] ?? name));
  const journal = () => readFileSync(join(hub.state, 'journal.jsonl')).length;

  for (const [what, path, ask, message] of cases)
    it(`${what}: told so, and nothing changed`, async () => {
      const before = journal();
      const reply = await hub.ask(filled(path), { ...ask, body: filled(ask.body) });
      const { Code, Message } = reply.json as { Code: string; Message: string };
      assert([400, 401, 404, 409].includes(reply.status), `${reply.status} ${reply.text.slice(0, 300)}`);
      assert.equal(Code, String(reply.status));
      assert.match(Message, message);
      assert.match(Message, /\w+ \w+/);
      assert.equal(journal(), before);
      assert.deepEqual(hub.logged, []);
    });
});

function billionLaughs(): string {
  const levels = Array.from(
    { length: 12 },
    (_, at) =>
      `a${at}: &a${at} [${
        at === 0
          ? 'lol'
          : Array(10)
              .fill(`*a${at - 1}`)
              .join(', ')
      }]`,
  );
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n${levels.join('\n')}\n`;
}
