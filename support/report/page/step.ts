import type { Evidence } from '../model/evidence';
import type { Step } from '../model/run';
import { outcomeOf } from '../model/status';
import { duration } from '../words';
import { evidenceItem } from './evidence';
import { type Html, html } from './html';
import { withoutRepeats } from './repeated';

/** A step and what really happened in it. A hook that passed and has nothing to show is left out. */
export function stepItem(step: Step): Html | false {
  const shown = step.evidence.filter(({ kind }) => !toldElsewhere.has(kind));
  if (step.hook && step.status === 'passed' && shown.length === 0) return false;
  const outcome = outcomeOf(step.status);
  return html`<li class="step ${outcome}" id="${step.id}">
<p><a class="mark" href="#${step.id}" aria-label="${step.status}: link to this step">${marks[outcome]}</a>
<b>${step.keyword}</b> ${step.text} ${step.seconds >= 0.1 && html`<span class="quiet figure">${duration(step.seconds)}</span>`}</p>
${step.docString !== undefined && html`<pre class="argument">${step.docString}</pre>`}
${step.table && table(step.table)}
${outcome === 'failed' && step.error !== undefined && html`<details><summary>Where in the code</summary><pre>${step.error}</pre></details>`}
${withoutRepeats(shown).map(({ item, times }) => evidenceItem(item, times))}
</li>`;
}

const toldElsewhere: ReadonlySet<Evidence['kind']> = new Set(['environment', 'skip', 'snapshot']);

const marks = { passed: '✓', failed: '✗', skipped: '–' } as const;

function table(rows: readonly (readonly string[])[]): Html {
  const [head = [], ...body] = rows;
  return html`<div class="wide"><table class="argument"><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${body.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
