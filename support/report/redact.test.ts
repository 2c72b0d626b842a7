import assert from 'node:assert/strict';
import { createRedactor, MASK } from './redact';

const CANARY = 'canary-7f3a-secret';

describe('redaction', () => {
  const shapes: Array<[string, string]> = [
    ['a bearer header', `Authorization: Bearer ${CANARY}`],
    ['a bearer token in an error', `request with Bearer ${CANARY} was refused`],
    ['a basic header', `"Authorization":"Basic ${Buffer.from(`me:${CANARY}`).toString('base64')}"`],
    ['a worker secret in the environment', `CONFIGHUB_WORKER_SECRET=${CANARY}`],
    ['a worker secret in quotes', `export CONFIGHUB_WORKER_SECRET="${CANARY}"`],
    ['a worker secret as YAML', `  CONFIGHUB_WORKER_SECRET: ${CANARY}`],
    ['a container variable', `- name: CONFIGHUB_WORKER_SECRET\n  value: ${CANARY}`],
    ['a container variable as JSON', `{"name":"CONFIGHUB_WORKER_SECRET","value":"${CANARY}"}`],
    ['a worker of the API', `{"Slug":"w","Secret":"${CANARY}","Version":1}`],
    ['a worker of the API, quoted again', JSON.stringify(`{"Secret": "${CANARY}"}`)],
    ['a session file', `{"access_token":"${CANARY}","basic_auth_password":"${CANARY}"}`],
    ['a line of a listing', `Name      w\nSecret    ${CANARY}\n`],
    ['a kubeconfig token', `users:\n- name: me\n  user:\n    token: ${CANARY}\n`],
    ['a kubeconfig key', `    client-key-data: ${Buffer.from(CANARY).toString('base64')}`],
    ['a private key', `-----BEGIN EC PRIVATE KEY-----\n${CANARY}\n-----END EC PRIVATE KEY-----`],
    ['a URL with a password', `https://me:${CANARY}@hub.example.com/api`],
    [
      'a Secret manifest',
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  key: ${CANARY}\n`,
    ],
    ['a Secret with a block', `kind: Secret\nstringData:\n  key: |\n    ${CANARY}\n    more\ntype: Opaque\n`],
    [
      'a Secret quoted in a feature',
      `    Given a manifest:\n      """\n      kind: Secret\n      data:\n        key: ${CANARY}\n      type: Opaque\n      """\n`,
    ],
    ['a Secret as JSON', `{"kind":"Secret","data":{"key":"${Buffer.from(CANARY).toString('base64')}"}}`],
    [
      'a unit whose base64 data is a Secret',
      `{"Data":"${Buffer.from(`apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  key: ${CANARY}\n`).toString('base64')}"}`,
    ],
  ];
  for (const [what, text] of shapes) {
    it(`masks ${what}`, () => {
      const masked = createRedactor().redact(text);
      for (const spelling of spellings(CANARY)) assert.ok(!masked.includes(spelling), masked);
      for (const encoded of masked.match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? [])
        assert.ok(!Buffer.from(encoded, 'base64').toString().includes(CANARY), masked);
    });
  }

  it('masks a secret that was told, in each spelling', () => {
    const redactor = createRedactor();
    redactor.add('p/ss "w" 1');
    for (const spelling of ['p/ss "w" 1', encodeURIComponent('p/ss "w" 1'), JSON.stringify('p/ss "w" 1')])
      assert.ok(redactor.redact(`before ${spelling} after`).includes(MASK));
    assert.equal(redactor.redact(`x ${Buffer.from('p/ss "w" 1').toString('base64')} y`), `x ${MASK} y`);
  });

  it('passes each new secret on once', () => {
    const told: string[] = [];
    const redactor = createRedactor(['first-secret'], (secret) => told.push(secret));
    redactor.add('second-secret');
    redactor.add('second-secret');
    assert.deepEqual(told, ['first-secret', 'second-secret']);
  });

  it('masks the argument after a flag that takes a secret', () => {
    assert.deepEqual(createRedactor().redactArguments(['login', '--password', 'hunter2', '--space', 'a']), [
      'login',
      '--password',
      MASK,
      '--space',
      'a',
    ]);
  });

  const harmless = [
    'Basic credentials are refused',
    'apiVersion: v1\nkind: Deployment\nspec:\n  replicas: 5\n',
    'volumes:\n- name: keys\n  secret:\n    secretName: confighub-worker-env\n',
    'Successfully created unit trade-service (2f0c9c0e-5a0e-4f1c-9b55-6d8a3f0e7a11)',
    'worker: missing or invalid worker secret',
    `{"Data":"${Buffer.from('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: traderx-prod-us\n').toString('base64')}"}`,
    'http://127.0.0.1:4567/api/space?where=Slug=1',
  ];
  for (const text of harmless)
    it(`leaves alone: ${text.slice(0, 40).replaceAll('\n', '⏎')}`, () =>
      assert.equal(createRedactor().redact(text), text));
});

function spellings(secret: string): string[] {
  return [
    secret,
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64').slice(0, 20),
  ];
}
