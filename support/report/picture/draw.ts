import type { Graph } from '@viz-js/viz';

/** Draws graphs as SVG that takes its colours and fonts from the page around it. */
export type Draw = (graph: Graph) => string;

/** Loads Graphviz, which takes some hundredths of a second. */
export async function graphviz(): Promise<Draw> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  return (graph) => unadorned(viz.renderString(graph, { format: 'svg' }));
}

/** Only the drawing: without prologue, comments, ids that another picture has too, names for tools, colours and fonts. */
function unadorned(svg: string): string {
  return svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->\s*|<title>[\s\S]*?<\/title>\s*/g, '')
    .replace(/ (?:id|fill|stroke|stroke-dasharray|font-family|xmlns(?::xlink)?|xml:space)="[^"]*"/g, '')
    .replace(
      /<svg width="([\d.]+)pt" height="[\d.]+pt"/,
      (_all, width: string) => `<svg ${sizeOf(Number(width))}`,
    )
    .trim();
}

/** CSS pixels in a point. */
const PIXELS = 4 / 3;

/** Where there is less room it becomes smaller, and scrolls from where it could no longer be read. */
function sizeOf(points: number): string {
  const width = Math.round(points * PIXELS);
  return `width="${width}" style="min-width:min(${width}px,42rem)"`;
}
