import type { StagePicture } from '../model/pictures';
import { outcomeOf } from '../model/status';
import type { Draw } from '../picture/draw';
import { factsOf, type ServiceChange, type StageFacts, type UnitFacts } from '../picture/facts';
import { graphOf } from '../picture/graph';
import { counted } from '../words';
import { Html, html } from './html';
import type { Keep } from './keep';

/** The picture of a stage, what its signs mean, and all of it as a table as well. */
export function pictureFigure(picture: StagePicture, title: string, draw: Draw, keep: Keep): Html {
  const id = `picture/${picture.scenario.id}`;
  return html`<figure class="picture"${keep.mark(id)}>${keep.inside(id, figure(picture, id, title, draw))}</figure>`;
}

function figure({ scenario, before, after }: StagePicture, id: string, title: string, draw: Draw): Html {
  const facts = factsOf(before, after);
  const outcome = outcomeOf(scenario.status);
  return html`
<div class="sheet" tabindex="0" role="group" aria-label="Picture of ${title}">${named(draw(graphOf(facts)), id, title, facts)}</div>
<figcaption class="quiet">Recorded by <a href="#${scenario.id}">${scenario.name}</a>${outcome !== 'passed' && html` <span class="badge ${outcome}">${scenario.status}</span>`}.
Solid arrows lead from a unit to its clones, dashed ones to what it needs${before && '; bold lines tell what changed, before → after'}.</figcaption>
<details><summary>The same as a table</summary>${unitTable(facts)}${others(facts)}</details>
`;
}

/** Names the picture and describes it, for those who do not see it. */
function named(svg: string, id: string, title: string, facts: StageFacts): Html {
  const words = html`<title id="${id}">${title}: spaces, units, clones and links</title><desc id="${id}/told">${inWords(facts)}</desc>`;
  return new Html(
    svg.replace(
      /<svg([^>]*)>/,
      (_all, rest) =>
        `<svg${rest} role="img" aria-labelledby="${id}" aria-describedby="${id}/told">${words.markup}`,
    ),
  );
}

function inWords({ spaces, links }: StageFacts): string {
  const units = spaces.flatMap((space) => space.units);
  const told = units.map((unit) => `${unit.unit} in ${unit.space}: ${unitInWords(unit).join(', ')}.`);
  const counts = [
    counted(spaces.length, 'space'),
    counted(units.length, 'unit'),
    counted(links.length, 'link'),
  ];
  return `${counts.join(', ')}. ${told.join(' ')}`;
}

function unitInWords({ presence, applied, replicas, gates, changes, upstream }: UnitFacts): string[] {
  return [
    ...(presence === 'kept' ? [] : [presence]),
    ...(upstream ? [`clone of the one in ${upstream.space}`] : []),
    applied.text,
    ...(replicas ? [replicas.text] : []),
    ...(gates ? [gates.text] : []),
    ...changes.map(changeText),
  ];
}

function unitTable({ spaces, links }: StageFacts): Html {
  const columns = [
    'Space',
    'Unit',
    'Revision',
    'In the cluster',
    'Replicas',
    'Changed',
    'Cloned from',
    'Needs',
    'Target',
  ];
  const rows = spaces.flatMap(({ units }) => units).map((unit) => unitRow(unit, links));
  return html`<div class="wide" tabindex="0" role="group" aria-label="Table of units"><table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function unitRow(unit: UnitFacts, links: StageFacts['links']): Html {
  const needs = links.filter(({ space, from }) => space === unit.space && from === unit.unit);
  const cells = [
    unit.unit + (unit.presence === 'kept' ? '' : ` (${unit.presence})`),
    unit.revision.text,
    [unit.applied.text, unit.gates?.text].filter(Boolean).join(', '),
    unit.replicas?.text,
    unit.changes.map(changeText).join('; '),
    upstreamText(unit.upstream),
    needs.map(({ toSpace, to }) => (toSpace === unit.space ? to : `${toSpace}/${to}`)).join(', '),
    unit.target,
  ];
  return html`<tr><th scope="row">${unit.space}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}

function changeText({ name, before, after }: ServiceChange): string {
  return `${name} ${before} → ${after}`;
}

function upstreamText(upstream: UnitFacts['upstream']): string {
  if (!upstream) return '';
  const name = [upstream.space, upstream.unit].filter(Boolean).join('/');
  return upstream.behind > 0 ? `${name}, ${upstream.behind} behind` : name;
}

function others({ others: deployments }: StageFacts): Html | false {
  if (deployments.length === 0) return false;
  const texts = deployments.map(
    ({ namespace, name, ready, wanted }) => `${namespace}/${name} ${ready}/${wanted} ready`,
  );
  return html`<p class="quiet">Also in the cluster: ${texts.join(', ')}.</p>`;
}
