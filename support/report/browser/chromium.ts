import { type Browser, chromium, type Page } from 'playwright-core';
import { findExecutable } from '../../environment/cubs/find';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Starts a Chromium of this machine without a window: the one that `MTX_CHROMIUM` names, or the first on the PATH.
 *
 * @throws Error that says how to get one
 */
export async function startChromium(env: NodeJS.ProcessEnv): Promise<Browser> {
  const named = env.MTX_CHROMIUM ? [env.MTX_CHROMIUM] : NAMES;
  const found = named.flatMap((name) => findExecutable(name, env.PATH ?? '') ?? [])[0];
  if (!found)
    throw new Error(
      `There is no ${named.join(', ')} on the PATH; install Chromium, or name an executable in MTX_CHROMIUM.`,
    );
  return chromium.launch({ executablePath: found, args: ['--no-sandbox'] });
}

/** What a page should never have done. */
export interface Complaints {
  console: string[];
  network: string[];
}

/** A new tab, with everything in it that is worth complaining about. */
export async function openTab(
  browser: Browser,
  look: { width?: number; height?: number; dark?: boolean } = {},
): Promise<{ page: Page; complaints: Complaints }> {
  const { width = 1366, height = 768, dark = false } = look;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
  });
  const complaints: Complaints = { console: [], network: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.console.push(message.text());
  });
  page.on('pageerror', (error) => complaints.console.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.network.push(request.url());
  });
  return { page, complaints };
}
