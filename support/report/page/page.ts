import type { Run, Section } from '../model/run';
import { scenariosOf } from '../model/sections';
import type { Draw } from '../picture/draw';
import { stateOf } from '../words';
import { filterBar } from './filter-bar';
import { Html, html } from './html';
import { Keep } from './keep';
import { overview } from './overview';
import { sectionPage } from './section';

/** Style sheet and script that stand inside the page, and what draws its pictures where there are any. */
export interface PageAssets {
  css: string;
  script: string;
  draw: Draw | undefined;
}

/** Above this many a browser would spend seconds on steps that nobody looks at. */
const MANY_SCENARIOS = 400;

/** The whole report as one page that needs nothing beside it. */
export function page(run: Run, assets: PageAssets): string {
  const keep = new Keep(run.sections.flatMap(scenariosOf).length > MANY_SCENARIOS);
  const sections = run.sections.map((section) => sectionPage(section, { draw: assets.draw, keep }));
  const broken = run.totals.failed + run.problems.length;
  const title = broken > 0 ? `✗ ${broken} broken · MicroTraderX` : 'MicroTraderX';
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(assets.css)}</style>
</head>
<body>
<a class="skip-link" href="#main">To the report</a>
<header class="bar">
  <a class="brand" href="#overview">MicroTraderX</a>
  ${filterBar(run)}
</header>
<div class="columns">
<nav aria-label="Stages">${navigation(run.sections)}</nav>
<main id="main" tabindex="-1">
  <p class="nothing" id="nothing" role="status" hidden>No scenario matches. <button type="button" data-clear>Show all</button></p>
  ${overview(run)}
  ${sections}
</main>
</div>
<dialog id="help" aria-label="Keys">${keys(run.sections)}</dialog>
${keep.kept()}
<script>${new Html(assets.script.replaceAll('</script', '<\\/script'))}</script>
</body>
</html>
`.markup;
}

function navigation(sections: readonly Section[]): Html {
  return html`<ol>
<li><a href="#overview">Overview</a></li>
${sections.map(
  (
    section,
  ) => html`<li><a href="#${section.id}"><span class="dot ${stateOf(section.counts).replace(' ', '-')}" aria-hidden="true"></span>
<span class="number">${section.stage}</span> ${section.title}<span class="hidden-text">, ${stateOf(section.counts)}</span></a></li>`,
)}
</ol>`;
}

function keys(sections: readonly Section[]): Html {
  const last = Math.max(0, ...sections.map(({ stage = 0 }) => stage).filter((stage) => stage <= LAST_DIGIT));
  return html`<h2>Keys</h2>
<dl>
<dt><kbd>/</kbd></dt><dd>search</dd>
<dt><kbd>0</kbd></dt><dd>overview</dd>
${last > 0 && html`<dt><kbd>1</kbd> … <kbd>${last}</kbd></dt><dd>stage 1 to ${last}</dd>`}
<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous scenario</dd>
<dt><kbd>o</kbd></dt><dd>open or fold the scenario</dd>
<dt><kbd>f</kbd></dt><dd>only what failed</dd>
<dt><kbd>Esc</kbd></dt><dd>show all again</dd>
</dl>
<form method="dialog"><button>Close</button></form>`;
}

/** Stages beyond have no key. */
const LAST_DIGIT = 9;
