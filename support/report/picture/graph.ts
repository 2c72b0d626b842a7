import type { Graph } from '@viz-js/viz';
import { escapeHtml } from '../page/html';
import type { ServiceChange, StageFacts, UnitFacts } from './facts';

type Edge = NonNullable<Graph['edges']>[number];
type Place = { space: string; unit: string };
type Attributes = NonNullable<Edge['attributes']>;
type Subgraph = NonNullable<Graph['subgraphs']>[number];

/** The widest common font: what fits in it fits in all. Which one is seen is up to the page. */
const FONT = { fontname: 'Verdana', fontsize: 11 };

/** Longer lines are broken; characters. */
const LINE = 30;

/** Longer values are cut; the table beside the picture has all of them. */
const LONGEST = 40;

/**
 * Describes the picture of a stage to Graphviz: spaces as boxes, units in them, arrows to their clones and to what they
 * need. What something looks like is a class, which the page's style sheet knows.
 */
export function graphOf({ spaces, links }: StageFacts): Graph {
  const there = new Set(spaces.flatMap(({ units }) => units.map(nodeName)));
  const edges = [...spaces.flatMap(({ units }) => units.flatMap(upstreamEdge)), ...links.map(linkEdge)];
  return {
    directed: true,
    graphAttributes: { rankdir: 'LR', ranksep: 0.9, nodesep: 0.16, bgcolor: 'transparent', ...FONT },
    nodeAttributes: { shape: 'box', style: 'rounded', margin: '0.1,0.05', ...FONT },
    edgeAttributes: { arrowsize: 0.7 },
    subgraphs: spaces.map(({ name, units }) => spaceBox(name, units)),
    edges: edges.filter(({ tail, head }) => there.has(tail) && there.has(head)),
  };
}

function nodeName({ space, unit }: Place): string {
  return `${space}/${unit}`;
}

function spaceBox(name: string, units: readonly UnitFacts[]): Subgraph {
  return {
    name: `cluster_${name}`,
    graphAttributes: { label: { html: lines([bold(name)]) }, labeljust: 'l', margin: 11, class: 'space' },
    nodes: units.map((unit) => ({
      name: nodeName(unit),
      attributes: { label: { html: lines(unitLines(unit)) }, class: `unit ${unit.presence}` },
    })),
  };
}

/** A change travels from the upstream to its clone. */
function upstreamEdge(unit: UnitFacts): Edge[] {
  if (!unit.upstream) return [];
  const late = unit.upstream.behind > 0 ? ' behind' : '';
  const look = { class: `upstream${late}` };
  return [arrow(unit.upstream, unit, look, { tailport: 'e', headport: 'e' })];
}

/** From the unit that needs something to the one that provides it. */
function linkEdge({ space, from, toSpace, to }: StageFacts['links'][number]): Edge {
  return arrow({ space, unit: from }, { space: toSpace, unit: to }, { class: 'link', style: 'dashed' }, {});
}

/** From one column to the next, past the titles above the boxes; within a space it moves nothing to another column. */
function arrow(from: Place, to: Place, look: Attributes, within: Attributes): Edge {
  const inside = { constraint: false, ...within };
  const way = from.space === to.space ? inside : { tailport: 'e', headport: 'w' };
  return { tail: nodeName(from), head: nodeName(to), attributes: { ...look, ...way } };
}

function unitLines(unit: UnitFacts): string[] {
  const { revision, applied, replicas, gates, upstream, changes, presence } = unit;
  const facts = [
    { text: `revision ${revision.text}`, changed: revision.changed },
    applied,
    ...(replicas ? [replicas] : []),
    ...(gates ? [gates] : []),
  ];
  return [
    bold(unit.unit) + (presence === 'kept' ? '' : changed(` ${presence}`)),
    ...facts.map((fact) => (fact.changed ? changed(fact.text) : quiet(fact.text))),
    ...(upstream && upstream.behind > 0 ? [changed(`${upstream.behind} behind its upstream`)] : []),
    ...changes.flatMap(changeLines).map(changed),
  ];
}

/** On one line where it fits, else the name, then what was and what is. */
function changeLines({ name, before, after }: ServiceChange): string[] {
  const values = `${readable(before)} → ${readable(after)}`;
  if (name.length + values.length < LINE) return [`${name} ${values}`];
  return values.length <= LINE ? [name, values] : [name, `${readable(before)} →`, readable(after)];
}

function readable(value: string): string {
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST - 1)}…`;
}

// Bold, italic and underlined are marks for the style sheet: Graphviz knows no classes within a label.
const bold = (text: string): string => `<b>${escapeHtml(text)}</b>`;
const quiet = (text: string): string => `<i>${escapeHtml(text)}</i>`;
const changed = (text: string): string => `<b><u>${escapeHtml(text)}</u></b>`;

/** A row each, which leaves more room between lines than breaking them does. */
function lines(texts: readonly string[]): string {
  const rows = texts.map((text) => `<tr><td align="left">${text}</td></tr>`);
  return `<table border="0" cellborder="0" cellspacing="0" cellpadding="1">${rows.join('')}</table>`;
}
