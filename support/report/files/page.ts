import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesOf } from '../model/pictures';
import type { Run } from '../model/run';
import { scenariosOf } from '../model/sections';
import { type PageAssets, page } from '../page/page';
import { graphviz } from '../picture/draw';

/** The report as one HTML file, its style sheet and script inside. */
export async function htmlPage(run: Run): Promise<string> {
  return page(run, await assets(run));
}

async function assets(run: Run): Promise<PageAssets> {
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
  const draw = picturesOf(run.sections.flatMap(scenariosOf)).length > 0 ? await graphviz() : undefined;
  return { css, script: result.outputFiles[0]?.text ?? '', draw };
}
