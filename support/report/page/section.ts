import { picturesOf } from '../model/pictures';
import type { FeatureChapter, Section } from '../model/run';
import type { Draw } from '../picture/draw';
import { closingLine, duration, stateOf } from '../words';
import { type Html, html } from './html';
import type { Keep } from './keep';
import { pictureFigure } from './picture';
import { scenarioArticle } from './scenario';

/** How sections are shown; `draw` is lacking when there is nothing to draw. */
export interface SectionLook {
  draw: Draw | undefined;
  /** what becomes of that which somebody may never look at */
  keep: Keep;
}

/** The page of a stage, or of a feature beside the stages. */
export function sectionPage(section: Section, look: SectionLook): Html {
  const state = stateOf(section.counts);
  const single = section.features.length === 1;
  return html`<section class="page" id="${section.id}" aria-labelledby="${section.id}-title">
<h1 id="${section.id}-title">${section.stage !== undefined && html`<span class="number">Stage ${section.stage}</span> `}${section.title}</h1>
<p class="verdict ${state.replace(' ', '-')}">${state === 'not run' ? 'not run' : closingLine(section.counts)}
<span class="quiet">${duration(section.seconds)}</span></p>
${section.features.map((feature) => chapter(feature, single, look))}
</section>`;
}

function chapter(feature: FeatureChapter, single: boolean, { draw, keep }: SectionLook): Html {
  let rule: string | undefined;
  const scenarios = feature.scenarios.map((scenario) => {
    const begins = scenario.rule !== undefined && scenario.rule !== rule;
    rule = scenario.rule;
    return html`${begins && html`<h3 class="rule">${scenario.rule}</h3>`}${scenarioArticle(scenario, keep)}`;
  });
  return html`<div class="chapter" data-feature>${!single && html`<h2>${feature.name}</h2>`}
${paragraphs(feature.narrative)}
${draw && picturesOf(feature.scenarios).map((picture) => pictureFigure(picture, feature.name, draw, keep))}
<p class="quiet source">${feature.uri}</p>
${scenarios}</div>`;
}

/** A narrative: blank lines part paragraphs, lines that begin with `-` or `*` are a list. */
function paragraphs(narrative: string): Html[] {
  const blocks = narrative.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  return blocks.map((block) => {
    const lines = block.split('\n');
    if (!lines.every((line) => /^[-*] /.test(line))) return html`<p class="narrative">${block}</p>`;
    return html`<ul class="narrative">${lines.map((line) => html`<li>${line.slice(2)}</li>`)}</ul>`;
  });
}
