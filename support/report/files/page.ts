import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../model/run';
import { type PageAssets, page } from '../page/page';

/** The report as one HTML file, its style sheet and script inside. */
export async function htmlPage(run: Run): Promise<string> {
  return page(run, await assets());
}

async function assets(): Promise<PageAssets> {
  const { build } = await import('esbuild');
  const entry = join(__dirname, '..', 'client', 'main.ts');
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
  });
  const css = readFileSync(join(__dirname, '..', 'page', 'page.css'), 'utf8');
  return { css, script: result.outputFiles[0]?.text ?? '' };
}
