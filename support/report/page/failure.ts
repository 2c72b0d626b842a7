import type { Evidence } from '../model/evidence';
import type { Scenario } from '../model/run';
import { evidenceItem } from './evidence';
import { Html, html } from './html';

/** How many commands before the failure are worth seeing at once. */
const LAST_COMMANDS = 3;

/** What broke, where, and how to run it again; `linked` when it stands away from its scenario. */
export function failureCard(scenario: Scenario, linked: boolean): Html {
  const { step, status, message } = scenario.failure ?? { step: '', status: scenario.status, message: '' };
  const evidence = scenario.steps.flatMap((item) => item.evidence);
  return html`<div class="failure">
${linked && html`<h3><a href="#${scenario.id}">${scenario.name}</a></h3>`}
<p><span class="badge failed">${status}</span> ${step} <span class="quiet">${scenario.uri}:${scenario.line}</span></p>
<pre class="message">${emphasized(message)}</pre>
<p class="rerun">Run it again: <code>${scenario.rerun}</code> <button type="button" data-copy="${scenario.rerun}">copy</button></p>
${folded('Last commands', evidence.filter((item) => item.kind === 'command').slice(-LAST_COMMANDS))}
${folded(
  'State at that moment',
  evidence.filter((item) => item.kind === 'state'),
)}
</div>`;
}

/** Lines that say what was expected and what was found stand out. */
function emphasized(message: string): Html[] {
  return message.split('\n').map((line) => {
    const marks = /expected|[^a-z]found\b|^\s*found\b|actual|!==/i.test(line);
    return marks ? html`<strong>${line}</strong>\n` : html`${line}\n`;
  });
}

function folded(title: string, items: readonly Evidence[]): Html | false {
  if (items.length === 0) return false;
  const seen = items.every((item) => item.kind === 'command');
  return html`<details${seen && new Html(' open')}><summary>${title}</summary>${items.map((item) => evidenceItem(item))}</details>`;
}
