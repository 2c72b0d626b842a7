import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPreflight } from './run';

async function preflight(env: NodeJS.ProcessEnv): Promise<{ good: boolean; text: string }> {
  let text = '';
  const good = await runPreflight({
    env,
    out: (part) => {
      text += part;
    },
  });
  return { good, text };
}

describe('preflight', () => {
  it('finds all that the embedded environment needs', async () => {
    const { good, text } = await preflight({ PATH: '' });
    assert.equal(good, true, text);
    assert.match(text, /^ok {3}Node/);
    assert.match(text, /^ok {3}Ports on 127\.0\.0\.1/m);
    assert.match(text, /^note kubectl is not installed; the scenarios do without\n {5}to do:/m);
    assert.match(text, /All is there/);
  });

  const faults: Array<[string, NodeJS.ProcessEnv, RegExp]> = [
    [
      'a setting that is wrong',
      { MTX_CLUSTER: 'moon' },
      /^BAD {2}MTX_CLUSTER is "moon".*\n {5}to do: correct the variable/,
    ],
    [
      'a cub that is not there',
      { MTX_CUB: 'no-such-cub' },
      /^BAD {2}cub: .*"no-such-cub"\n {5}to do: install cub/m,
    ],
    [
      'a hub that does not answer',
      { MTX_HUB: 'http://127.0.0.1:1', MTX_CUB: 'bundled' },
      /^BAD {2}Hub: .*ECONNREFUSED\n {5}to do: check MTX_HUB/m,
    ],
    [
      'a state folder that cannot be made',
      { MTX_STATE: join(__filename, 'lab') },
      /^BAD {2}\S+lab cannot be written\n {5}to do: set MTX_STATE/m,
    ],
  ];
  for (const [what, env, expected] of faults)
    it(`says what to do about ${what}`, async () => {
      const { good, text } = await preflight({ PATH: '', ...env });
      assert.equal(good, false);
      assert.match(text, expected);
    });

  it('says what to do when packages are not installed, without needing one', () => {
    const root = mkdtempSync(join(tmpdir(), 'preflight-'));
    try {
      mkdirSync(join(root, 'support', 'commands'), { recursive: true });
      const script = join(root, 'support', 'commands', 'preflight.cjs');
      copyFileSync(join(__dirname, '..', 'preflight.cjs'), script);
      const run = (engine: string) => {
        const content = { engines: { node: engine }, dependencies: { 'no-such-package': '1.0.0' } };
        writeFileSync(join(root, 'package.json'), JSON.stringify(content));
        return spawnSync(process.execPath, [script], { encoding: 'utf8' });
      };
      assert.match(
        run('>=20.19').stderr,
        /BAD {2}Packages are not installed: no-such-package\.\n {5}to do: npm ci/,
      );
      assert.match(
        run('>=99.0').stderr,
        /BAD {2}Node \S+ is too old\.\n {5}to do: install Node 99\.0 or newer/,
      );
      assert.equal(run('>=99.0').status, 1);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
