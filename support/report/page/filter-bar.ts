import type { Run } from '../model/run';
import { scenariosOf } from '../model/sections';
import { type Html, html } from './html';

/** Search, status and tag, and the buttons beside them. */
export function filterBar(run: Run): Html {
  const tags = new Set(run.sections.flatMap(scenariosOf).flatMap((scenario) => scenario.tags));
  const { passed, failed, skipped } = run.totals;
  return html`<form class="filters" role="search" id="filters">
  <input type="search" name="text" placeholder="Search  /" aria-label="Search scenarios, steps and output">
  <fieldset><legend class="hidden-text">Status</legend>
    ${chip('passed', passed)}${chip('failed', failed)}${chip('skipped', skipped)}
  </fieldset>
  <select name="tag" aria-label="Tag"><option value="">all tags</option>${[...tags]
    .sort()
    .map((tag) => html`<option>${tag}</option>`)}</select>
  <button type="button" data-help aria-label="Keys">?</button>
</form>`;
}

function chip(status: string, count: number): Html {
  return html`<label class="chip ${status}"><input type="checkbox" name="status" value="${status}"><span>${status} ${count}</span></label>`;
}
