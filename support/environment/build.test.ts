import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BuildError, buildBundles } from './build';

describe('bundles', () => {
  let root: string;
  const source = (program: string, text: string) => {
    const file = join(root, 'support', 'emulators', program, 'main.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const age = () => {
    for (const program of ['hub', 'kubernetes', 'worker', 'cub'])
      execFileSync('touch', ['-d', '1 minute ago', join(root, 'support', 'emulators', program, 'main.ts')]);
  };
  const sayCub = (bin: string) => execFileSync(join(bin, 'cub'), { encoding: 'utf8' });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bundles-'));
    for (const program of ['hub', 'kubernetes', 'worker', 'cub'])
      source(program, `console.log('${program} 1' as string)`);
    age();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('run, each by its own name', async () => {
    const bundles = await buildBundles(root);
    assert.equal(sayCub(bundles.bin), 'cub 1\n');
    assert.equal(execFileSync(join(bundles.bin, 'cub-worker-run'), { encoding: 'utf8' }), 'worker 1\n');
    for (const program of ['hub', 'kubernetes'] as const)
      assert.equal(
        execFileSync(process.execPath, [bundles[program]], { encoding: 'utf8' }),
        `${program} 1\n`,
      );
  });

  it('are built again when a source changed, and only then', async () => {
    const first = await buildBundles(root);
    const built = statSync(first.cub).mtimeMs;
    await buildBundles(root);
    assert.equal(statSync(first.cub).mtimeMs, built);
    source('cub', `console.log('cub 2')`);
    const second = await buildBundles(root);
    assert.equal(sayCub(second.bin), 'cub 2\n');
  });

  it('are whole while several processes build them', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => buildBundles(root)));
    for (const { bin } of all) assert.equal(sayCub(bin), 'cub 1\n');
    const left = readdirSync(join(root, 'node_modules', '.cache', 'microtraderx'));
    assert.deepEqual(
      left.filter((file) => file.startsWith('building-')),
      [],
    );
  });

  it('that do not compile name the file, the line and the reason, and leave the last good ones', async () => {
    const { bin } = await buildBundles(root);
    source('cub', `import './prices';\n`);
    await assert.rejects(buildBundles(root), (error: unknown) => {
      assert.ok(error instanceof BuildError);
      assert.match(error.message, /support\/emulators\/cub\/main\.ts:1:8: Could not resolve "\.\/prices"/);
      assert.match(error.message, /npm ci/);
      return true;
    });
    assert.equal(sayCub(bin), 'cub 1\n');
  });

  it('start from what was compiled at their first start, and from the source where that is damaged', async () => {
    const { bin } = await buildBundles(root);
    const folder = join(bin, '..', 'compiled');
    assert.equal(sayCub(bin), 'cub 1\n');
    const [kept = '', ...others] = readdirSync(folder).map((file) => join(folder, file));
    assert.deepEqual(others, []);
    const compiled = readFileSync(kept);
    assert.equal(sayCub(bin), 'cub 1\n');
    assert.deepEqual(readFileSync(kept), compiled);
    writeFileSync(kept, 'damaged');
    assert.equal(sayCub(bin), 'cub 1\n');
    assert.notEqual(readFileSync(kept, 'latin1'), 'damaged');
  });

  it('have a launcher for Windows', async () => {
    const { bin } = await buildBundles(root);
    assert.match(readFileSync(join(bin, 'cub.cmd'), 'utf8'), /@node "%~dp0cub" %\*/);
  });
});
