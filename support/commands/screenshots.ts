import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { projectRoot } from '../environment/build';
import { openTab, startChromium } from '../report/browser/chromium';

/** What a document shows: a part of the page, at a height of the window in pixels. */
interface Shot {
  place: string;
  height: number;
  dark?: boolean;
  take(page: Page, path: string): Promise<unknown>;
}

const window = (page: Page, path: string) => page.screenshot({ path });

/** By the name of the picture. */
const SHOTS: Record<string, Shot> = {
  overview: { place: '#overview', height: 760, take: window },
  'stage-4': { place: '#stage-4', height: 1180, take: window },
  'stage-4-dark': { place: '#stage-4', height: 1180, dark: true, take: window },
  'stage-4-change': { place: '#stage-4', height: 900, take: stepWithChange },
};

/** The step, in the scenario that the stage is drawn from, that changed config data first. */
async function stepWithChange(page: Page, path: string): Promise<unknown> {
  await page.locator('.picture:visible figcaption a').click();
  const step = page.locator('.step:visible', { has: page.locator('.change') }).first();
  await step.locator('.change > summary').first().click();
  return step.screenshot({ path });
}

/** `npm run screenshots`: pictures of the last run's report, in docs/. */
async function main(): Promise<void> {
  const report = pathToFileURL(resolve(process.env.MTX_REPORTS || 'reports', 'index.html')).href;
  const docs = join(projectRoot, 'docs', 'pictures');
  mkdirSync(docs, { recursive: true });
  const browser = await startChromium(process.env);
  try {
    for (const [name, { place, height, dark = false, take }] of Object.entries(SHOTS)) {
      const { page } = await openTab(browser, { width: 1180, height, dark });
      await page.goto(report + place);
      await take(page, join(docs, `${name}.png`));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
