import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../environment/build';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

describe('the page of troubles', () => {
  it('has a row for each scenario of its feature, and no other', () => {
    const scenarios = [...read('features/troubleshooting.feature').matchAll(/Scenario: (.+)$/gm)];
    const [, page = ''] = read('docs/QUICKSTART.md').split('## When something does not work');
    const [section = ''] = page.split(/^## /m);
    const rows = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell);
    assert.deepEqual(
      rows.slice(1),
      scenarios.map(([, name]) => name),
    );
  });
});
