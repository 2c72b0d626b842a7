import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../environment/build';
import { openTab, startChromium } from '../report/browser/chromium';

/** What the documents show, by the name of the picture. */
const PICTURES = {
  overview: '#overview',
  'stage-4': '#stage-4',
} as const;

/** `npm run screenshots`: pictures of the last run's report, in docs/. */
async function main(): Promise<void> {
  const report = pathToFileURL(resolve(process.env.MTX_REPORTS || 'reports', 'index.html')).href;
  const docs = join(projectRoot, 'docs', 'pictures');
  mkdirSync(docs, { recursive: true });
  const browser = await startChromium(process.env);
  try {
    for (const [name, place] of Object.entries(PICTURES)) {
      const { page } = await openTab(browser, { width: 1180, height: 760 });
      await page.goto(report + place);
      const shown = page.locator('.scenario:visible > details > summary').first();
      if (await shown.count()) await shown.click();
      await page.screenshot({ path: join(docs, `${name}.png`) });
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
