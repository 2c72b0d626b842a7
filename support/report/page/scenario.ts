import { isFlaky } from '../history/flaky';
import type { Scenario } from '../model/run';
import { outcomeOf } from '../model/status';
import { duration } from '../words';
import { failureCard } from './failure';
import { Html, html } from './html';
import type { Keep } from './keep';
import { stepItem } from './step';
import { trendPicture } from './trend';

/** One scenario, folded unless it failed. */
export function scenarioArticle(scenario: Scenario, keep: Keep): Html {
  const outcome = outcomeOf(scenario.status);
  return html`<article class="scenario ${outcome}" id="${scenario.id}" data-status="${outcome}" data-tags="${scenario.tags.join(' ')}" tabindex="-1">
<details${outcome === 'failed' && new Html(' open')}${keep.mark(scenario.id)}>
<summary><span class="dot ${outcome}" aria-hidden="true"></span><span class="hidden-text">${scenario.status}: </span>
<span class="name">${scenario.name}</span> ${scenario.attempts > 1 && html`<span class="badge retried">attempt ${scenario.attempts}</span>`}
${isFlaky(scenario.trend) && html`<span class="badge retried">flaky</span>`}
<span class="quiet figure">${duration(scenario.seconds)}</span> ${trendPicture(scenario.trend)}</summary>
${keep.inside(scenario.id, insideOf(scenario))}
</details></article>`;
}

function insideOf(scenario: Scenario): Html {
  return html`${scenario.narrative !== '' && html`<p class="narrative">${scenario.narrative}</p>`}
${scenario.skipReason !== undefined && html`<p class="skip">Skipped: ${scenario.skipReason}</p>`}
${outcomeOf(scenario.status) === 'failed' && failureCard(scenario, false)}
<ol class="steps">${scenario.steps.map(stepItem)}</ol>
<p class="quiet foot">${scenario.tags.join(' ')} <a href="#${scenario.id}">link</a> <code>${scenario.rerun}</code>
<button type="button" data-copy="${scenario.rerun}">copy</button></p>`;
}
