import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { projectRoot } from '../environment/build';

/** Secrets that the run is given; what hub and cluster make themselves, the steps note down beside the reports. */
const planted = {
  stringData: 'cänary/string "41" & more?',
  data: 'cänary/data "42" & more?',
  token: 'canary-token.43~x',
  password: 'canary/pass"44 %',
  clientKey: `-----BEGIN EC PRIVATE KEY-----\nY2FuYXJ5LWtleS00NQ\n-----END EC PRIVATE KEY-----\n`,
  variable: 'canary-variable-46',
};

const base64 = (text: string) => Buffer.from(text).toString('base64');

const feature = `@stage-1
Feature: Stage 1: Canaries

  Scenario: Secrets go everywhere
    Given nothing of MicroTraderX exists yet
    And a unit that holds a Secret:
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: canary
      stringData:
        plain: ${JSON.stringify(planted.stringData)}
      data:
        encoded: ${base64(planted.data)}
      """
    When a worker is told its secret
    Then all secrets are told in every spelling
`;

/** They do with secrets what a step never should, in texts that do not say that these are secrets. */
const steps = `
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Given, When, Then } = require('@cucumber/cucumber');
const { attempt } = require(${JSON.stringify(join(projectRoot, 'support', 'cub', 'run'))});
const planted = ${JSON.stringify(planted)};
const known = { ...planted };
const cub = (world, args, input) => attempt(world.tutorial.cub.settings, args, input);

Given('a unit that holds a Secret:', async function (manifest) {
  await cub(this, ['space', 'create', 'canary']);
  const created = await cub(this, ['unit', 'create', '--space', 'canary', 'secret', '-'], manifest);
  if (created.exitCode !== 0) throw new Error(created.stderr);
  const { stdout } = await cub(this, ['unit', 'get', '--space', 'canary', 'secret', '--json']);
  this.attach(stdout, 'application/json');
  this.log((await cub(this, ['unit', 'get', '--space', 'canary', 'secret', '--data-only'])).stdout);
});
When('a worker is told its secret', async function () {
  await cub(this, ['worker', 'create', '--space', 'canary', 'w']);
  const { stdout } = await cub(this, ['worker', 'install', '--space', 'canary', 'w', '--export', '--include-secret']);
  known.worker = /CONFIGHUB_WORKER_SECRET["']?\\s*\\n?\\s*(?:value)?:\\s*["']?([^\\s"']+)/.exec(stdout)[1];
  this.log(stdout);
});
Then('all secrets are told in every spelling', function () {
  const { cub: tool, cluster } = this.session.environment;
  const login = JSON.parse(readFileSync(join(tool.env.HOME, '.confighub', 'session.json'), 'utf8'));
  known.hubToken = login.access_token;
  const kubeconfig = readFileSync(cluster.kubeconfig, 'utf8');
  known.clusterToken = /token["']?:\\s*["']?([^\\s"']+)/.exec(kubeconfig)[1];
  writeFileSync(process.env.CANARIES, JSON.stringify(known));
  this.attach(kubeconfig + '\\n    client-key-data: ' + Buffer.from(planted.clientKey).toString('base64'), 'text/yaml');
  this.log('Authorization: Bearer ' + planted.token);
  this.log('https://me:' + encodeURIComponent(planted.password) + '@hub.example.com/api');
  for (const secret of Object.values(known)) {
    const base64 = Buffer.from(secret).toString('base64');
    const inside = Buffer.from('some text ' + secret + ' more text').toString('base64');
    const spellings = [secret, base64, inside, encodeURIComponent(secret), JSON.stringify(secret)];
    for (const spelling of spellings) {
      this.log('so ' + spelling + ' it is');
      this.attach(Buffer.from('so ' + spelling), 'text/plain');
      this.attach(JSON.stringify({ a: [spelling] }), 'application/json');
      this.record('state', { title: 'of ' + spelling, text: spelling });
      this.record('command', { command: 'cub', args: ['x', spelling], exitCode: 1, stdout: spelling,
        stderr: spelling, input: spelling, milliseconds: 1 });
    }
  }
  const all = Object.values(known).map((secret) => JSON.stringify(secret) + ' ' + secret);
  console.error('on the error stream');
  throw new Error('EU refused ' + all.join(' and ') + ' with https://me:' + planted.password + '@hub');
});
`;

describe('canary secrets in a real run', function () {
  this.timeout(180_000);
  let folder: string;
  let output: string;
  let known: Record<string, string>;
  const files = new Map<string, string>();

  const run = async (...argv: string[]): Promise<void> => {
    const loader = ['-r', join(projectRoot, 'support', 'typescript.cjs')];
    const program = join(projectRoot, 'support', 'commands', 'test.ts');
    const noted = join(folder, 'noted.json');
    const { all } = await execa('node', [...loader, program, ...argv], {
      cwd: folder,
      env: { CANARIES: noted, CANARY_TOKEN: planted.variable, GITHUB_ACTIONS: 'true' },
      all: true,
      reject: false,
    });
    output = all;
    known = JSON.parse(readFileSync(noted, 'utf8'));
    for (const name of readdirSync(join(folder, 'reports')))
      files.set(name, readFileSync(join(folder, 'reports', name), 'utf8'));
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'canaries-'));
    mkdirSync(join(folder, 'features'));
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'features', 'canaries.feature'), feature);
    writeFileSync(join(folder, 'canaries.js'), steps);
    const project = ['support/hooks.ts', 'support/world.ts', 'steps/**/*.ts'].map((path) =>
      join(projectRoot, path),
    );
    const settings = {
      requireModule: ['ts-node/register'],
      require: [...project, 'canaries.js'],
      strict: true,
    };
    writeFileSync(join(folder, 'cucumber.json'), JSON.stringify({ default: settings }));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const nowhere = (): void => {
    assert.match(output, /0 passed, 1 failed, 0 skipped$/, output);
    assert.match(output, /EU refused "?••••••/, 'the error is told, without the secrets');
    assert.deepEqual(Object.keys(known), [...Object.keys(planted), 'worker', 'hubToken', 'clusterToken']);
    const texts = [...files, ['the output', output] as const];
    assert.ok(files.has('history.json') && files.has('messages.ndjson') && files.has('index.html'));
    const found = texts.flatMap(([name, text]) =>
      Object.entries(known).flatMap(([secret, value]) =>
        whereIn(text, value).map((how) => `${secret} is ${how} in ${name}`),
      ),
    );
    assert.deepEqual(found, []);
  };

  it('are in no report, attachment, history, output or error', async () => {
    await run();
    nowhere();
  });

  it('are not on the terminal either, when cucumber itself prints each step', async () => {
    await run('--format', 'pretty');
    nowhere();
  });
});

/** In which spellings a text holds a secret; what looks like base64 in it is read as well. */
function whereIn(text: string, secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const spellings = {
    plain: secret,
    URL: encodeURIComponent(secret),
    JSON: json,
    'JSON in JSON': JSON.stringify(json).slice(1, -1),
    base64: base64(secret).replace(/=+$/, ''),
    HTML: secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
    // A key is one by any of its lines.
    line: secret.split('\n').find((line) => !line.startsWith('-----')) ?? secret,
  };
  const plain = Object.entries(spellings).flatMap(([how, spelling]) => (text.includes(spelling) ? how : []));
  const inside = [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].some(([encoded]) =>
    [secret, json].some((spelling) => Buffer.from(encoded, 'base64').toString('utf8').includes(spelling)),
  );
  return inside ? [...plain, 'inside base64'] : plain;
}
