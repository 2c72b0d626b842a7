import { isFlaky } from '../history/flaky';
import type { Run, Scenario, Section } from '../model/run';
import { scenariosOf } from '../model/sections';
import { outcomeOf } from '../model/status';
import { closingLine, counted, describeEnvironment, duration, stateOf } from '../words';
import { failureCard } from './failure';
import { Html, html } from './html';

/** The first page: what broke, the stages, what was skipped and why. */
export function overview(run: Run): Html {
  const scenarios = run.sections.flatMap(scenariosOf);
  const failed = scenarios.filter((scenario) => outcomeOf(scenario.status) === 'failed');
  return html`<section class="page" id="overview" aria-labelledby="overview-title">
<h1 id="overview-title">MicroTraderX, from the run that proved it</h1>
<p class="verdict ${failed.length + run.problems.length > 0 ? 'failed' : 'passed'}">${closingLine(run.totals)}
  <span class="quiet">in ${duration(run.seconds)}</span></p>
${run.problems.map((problem) => html`<div class="failure"><h3>The run itself</h3><pre>${problem}</pre></div>`)}
${failed.length > 0 && whatBroke(failed)}
<h2>Stages</h2>
<div class="wide"><table class="stages"><thead><tr><th scope="col">Stage</th><th scope="col">State</th><th scope="col">Scenarios</th>
<th scope="col" class="figure">Time</th></tr></thead><tbody>${run.sections.map(stageRow)}</tbody></table></div>
<h2>Environment</h2>
<ul class="environment">${describeEnvironment(run.environment).map((line) => html`<li>${line}</li>`)}
<li>Node ${run.tools.node}, cucumber ${run.tools.cucumber}</li><li>${run.started}</li></ul>
${unreliable(scenarios.filter(({ trend }) => isFlaky(trend)))}
${skips(scenarios.filter((scenario) => scenario.status === 'skipped'))}
</section>`;
}

/** So many failures are told in full; of the rest a name is enough. */
const TOLD_IN_FULL = 10;

function whatBroke(failed: readonly Scenario[]): Html {
  const rest = failed.slice(TOLD_IN_FULL);
  return html`<h2>What broke</h2>${failed.slice(0, TOLD_IN_FULL).map((scenario) => failureCard(scenario, true))}
${rest.length > 0 && html`<details><summary>And ${counted(rest.length, 'scenario')} more</summary><ul>${rest.map(link)}</ul></details>`}`;
}

function link({ id, name, status }: Scenario): Html {
  return html`<li><a href="#${id}">${name}</a> (${status})</li>`;
}

function stageRow(section: Section): Html {
  const state = stateOf(section.counts);
  return html`<tr><th scope="row"><a href="#${section.id}">${section.stage !== undefined && `${section.stage} `}${section.title}</a></th>
<td><span class="badge ${state.replace(' ', '-')}">${state}</span></td>
<td>${state === 'not run' ? '' : closingLine(section.counts)}</td><td class="figure">${duration(section.seconds)}</td></tr>`;
}

function unreliable(flaky: readonly Scenario[]): Html | false {
  if (flaky.length === 0) return false;
  return html`<h2>Flaky</h2><p>Of these, some of the last results passed and some failed, or only a second attempt passed.</p>
<ul>${flaky.map(link)}</ul>`;
}

function skips(skipped: readonly Scenario[]): Html | false {
  if (skipped.length === 0) return false;
  const reasons = new Map<string, Scenario[]>();
  for (const scenario of skipped) {
    const reason = scenario.skipReason ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), scenario]);
  }
  return html`<h2>Skipped, and why</h2><p>${counted(skipped.length, 'scenario')} could not be proven here.</p>
<ul>${[...reasons].map(skippedFor)}</ul>`;
}

function skippedFor([reason, skipped]: [string, Scenario[]]): Html {
  const links = skipped.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`);
  return html`<li><details${skipped.length <= SHOWN_AT_ONCE && new Html(' open')}><summary>${reason} (${counted(skipped.length, 'scenario')})</summary><ul>${links}</ul></details></li>`;
}

/** Of what was skipped for one reason; more are folded. */
const SHOWN_AT_ONCE = 20;
