import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDifferences } from './render';

const BEGIN = '<!-- cub differences: begin (made by `npm run witness:cub -- --document`) -->';
const END = '<!-- cub differences: end -->';

/** The page that the differences are rendered into. */
export const PAGE = join(__dirname, '..', '..', '..', 'docs', 'differences.md');

/** The page with the differences as they are now; throws when it has no place for them. */
export function withDifferences(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(`docs/differences.md has no place for the differences of cub: ${BEGIN} … ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n${renderDifferences()}${page.slice(end)}`;
}

/** Whether the page tells the differences that there are. */
export function isDocumented(page = readFileSync(PAGE, 'utf8')): boolean {
  return withDifferences(page) === page;
}

/** Brings the page up to date. */
export function document(): void {
  writeFileSync(PAGE, withDifferences(readFileSync(PAGE, 'utf8')));
}
