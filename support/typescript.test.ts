import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('TypeScript that was compiled before', () => {
  let folder: string;
  const run = (text: string) => {
    const file = join(folder, 'prices.ts');
    writeFileSync(file, text);
    const loader = join(__dirname, 'typescript.cjs');
    const loaded = `process.once('exit', () => console.log('compiler', Object.keys(require.cache).some((file) => /ts-node/.test(file))))`;
    return spawnSync(process.execPath, ['-r', loader, '-e', `${loaded}; require(${JSON.stringify(file)})`], {
      encoding: 'utf8',
    });
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'typescript-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is loaded without a compiler, until it changes', () => {
    const price = (amount: number) => `const price: number = ${amount};\nconsole.log(price);\n`;
    assert.equal(run(price(1)).stdout, '1\ncompiler true\n');
    assert.equal(run(price(1)).stdout, '1\ncompiler false\n');
    assert.equal(run(price(2)).stdout, '2\ncompiler true\n');
  });

  it('names its own lines in errors', () => {
    const text = `interface Price {\n  amount: number;\n}\n\nconst price = {} as Price;\nprice.amount.toFixed();\n`;
    for (const _ of ['compiled', 'kept']) assert.match(run(text).stderr, /prices\.ts:6:14/);
  });
});
