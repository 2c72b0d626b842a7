import type { ClusterRecord, DeploymentRecord } from '../media-types';
import { type Html, html } from './html';

/** An operation on the cluster; what it saw of Deployments is in the line when it is one, else in a table below. */
export function clusterItem({ operation, namespace, outcome, seen = [] }: ClusterRecord): Html {
  const [first, ...more] = seen;
  if (!first)
    return html`<p class="cluster">${badge} ${operation}${namespace && ` in ${namespace}`}${outcome && `: ${outcome}`}</p>`;
  if (more.length === 0)
    return html`<p class="cluster">${badge} ${first.namespace}/${first.name} ${state(first)} <code>${first.image}</code></p>`;
  const rows = [...seen].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return html`<details class="evidence cluster"><summary>${badge} ${summary(rows)}</summary>
<div class="wide"><table><thead><tr><th scope="col">Namespace</th><th scope="col">Deployment</th><th scope="col">Ready</th><th scope="col">Image</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${row.namespace}</td><td>${row.name}</td><td>${state(row)}</td><td><code>${row.image}</code></td></tr>`)}</tbody></table></div></details>`;
}

const badge = html`<span class="badge">cluster</span>`;

function nameOf({ namespace, name }: DeploymentRecord): string {
  return `${namespace}/${name}`;
}

function summary(rows: readonly DeploymentRecord[]): string {
  return rows.map((row) => `${nameOf(row)} ${row.ready}/${row.wanted}`).join(' · ');
}

function state({ ready, wanted, updated, problem }: DeploymentRecord): string {
  const late = updated < wanted ? `, ${updated} updated` : '';
  return `${ready}/${wanted} ready${late}${problem ? ` (${problem})` : ''}`;
}
