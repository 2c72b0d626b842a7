import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../environment/build';
import { openTab, startChromium } from './chromium';

/** One scenario that pushes an upgrade, then one that takes its beginning back from a checkpoint. */
const SCENARIOS = [
  'After the regions are applied all of them run the new algorithm',
  'One region can go first',
] as const;

describe('the report of stage 4 as it really runs', function () {
  this.timeout(300_000);
  const reports = mkdtempSync(join(tmpdir(), 'report-'));
  let browser: Browser;
  let page: Page;

  before(async () => {
    const names = SCENARIOS.flatMap((name) => ['--name', name]);
    await execa(
      process.execPath,
      ['-r', './support/typescript.cjs', 'support/commands/test.ts', '--tags', '@stage-4', ...names],
      { cwd: projectRoot, env: { MTX_REPORTS: reports } },
    );
    browser = await startChromium(process.env);
    ({ page } = await openTab(browser));
    await page.goto(`${pathToFileURL(join(reports, 'index.html')).href}#stage-4`);
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
  });
  after(async () => {
    await browser?.close();
    rmSync(reports, { recursive: true, force: true });
  });
  const step = (scenario: string, words: string): Locator =>
    page.locator('.scenario', { hasText: scenario }).locator('.step', { hasText: words });

  it('draws three regions that got the algorithm of the base and kept their replicas', async () => {
    const table = page.locator('.picture:visible tbody');
    for (const row of [
      /^traderx-basetrade-service1 → 2configuration only1 replicaTRADING_ALGORITHM v1 → v2/,
      /^traderx-prod-asiatrade-service3 → 4applied2\/2 readyTRADING_ALGORITHM v1 → v2/,
      /^traderx-prod-eutrade-service3 → 4applied5\/5 readyTRADING_ALGORITHM v1 → v2/,
      /^traderx-prod-ustrade-service3 → 4applied3\/3 readyTRADING_ALGORITHM v1 → v2/,
    ])
      assert.equal(await table.locator('tr', { hasText: row }).count(), 1, String(row));
    assert.equal(await page.locator('.picture:visible svg .link').count(), 9);
    assert.equal(await page.locator('.picture:visible svg .upstream').count(), 9);
  });

  for (const scenario of SCENARIOS)
    it(`shows the upgrade in the step that pushed it: ${scenario}`, async () => {
      const pushed = step(scenario, 'has been pushed to all regions').locator('.change');
      assert.deepEqual(
        (await pushed.locator('summary code').allTextContents()).sort(),
        ['base', 'prod-asia', 'prod-eu', 'prod-us'].map((place) => `traderx-${place}/trade-service`),
      );
      for (const sign of ['del', 'ins'])
        for (const line of await pushed.locator(sign).allTextContents())
          assert.match(line, sign === 'del' ? /^- +value: v1$/m : /^\+ +value: v2$/m);
      assert.equal(await page.locator('.scenario', { hasText: scenario }).locator('.change').count(), 4);
    });

  it('shows what was seen of the cluster, region by region', async () => {
    const seen = step(SCENARIOS[0], 'runs in every region with').locator('.cluster tbody tr');
    assert.deepEqual(
      (await seen.allTextContents()).map((row) => /^(\S+)trade-service(\S+ ready)/.exec(row)?.slice(1)),
      [
        ['traderx-prod-asia', '2/2 ready'],
        ['traderx-prod-eu', '5/5 ready'],
        ['traderx-prod-us', '3/3 ready'],
      ],
    );
  });
});
