import type { Result } from '../model/run';
import { counted, duration } from '../words';
import { Html, html } from './html';

const STEP = 4;
const HEIGHT = 14;
const LEAST = 3;

/** The newest results of a scenario as bars, oldest first: coloured by how they ended, as high as they took long. */
export function trendPicture(trend: readonly Result[]): Html | false {
  if (trend.length < 2) return false;
  const longest = Math.max(...trend.map(({ seconds }) => seconds), Number.MIN_VALUE);
  const bars = trend.map(({ outcome, seconds }, index) => ({
    outcome,
    bar: `M${index * STEP + 1} ${HEIGHT}v-${Math.max(LEAST, Math.round((seconds / longest) * HEIGHT))}`,
  }));
  const paths = (['passed', 'failed', 'skipped'] as const).map((outcome) => {
    const own = bars.filter((bar) => bar.outcome === outcome);
    return own.length > 0 && html`<path class="${outcome}" d="${own.map(({ bar }) => bar).join('')}"/>`;
  });
  const told = inWords(trend);
  return html`<svg class="trend" role="img" aria-label="${told}" width="${trend.length * STEP}" height="${HEIGHT}">${new Html(
    `<title>${html`${told}`.markup}</title>`,
  )}${paths}</svg>`;
}

function inWords(trend: readonly Result[]): string {
  const count = (outcome: string) => trend.filter((result) => result.outcome === outcome).length;
  const counts = (['passed', 'failed', 'skipped'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${outcome}`);
  const times = trend.map(({ seconds }) => seconds);
  const span = `${duration(Math.min(...times))} to ${duration(Math.max(...times))}`;
  return `The last ${counted(trend.length, 'result')}: ${counts.join(', ')}; ${span}`;
}
