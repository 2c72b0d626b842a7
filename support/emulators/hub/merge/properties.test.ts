import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseConfig } from '../config-data/index';
import { accumulate, diffConfig, hasChanges, markLocal, mergeConfig } from './index';
import type { ResourceMutation } from './model';
import { around, everywhere, hasItem, isInside, itemsAround, type Places } from './random-places';
import { type Edit, edits, render, type Unit, unit } from './random-unit';

interface Upgraded {
  base: string;
  theirs: string;
  local: string;
  merged: string;
  mutations: ResourceMutation[];
  sources: ResourceMutation[];
  upstream: Edit[];
  here: Edit[];
}

/** A clone that was edited while its base was edited, upgraded. */
function upgrade(start: Unit, upstream: Edit[], here: Edit[]): Upgraded {
  const base = render(start);
  const theirs = render(upstream.reduce((now, edit) => edit.apply(now), start));
  const local = render(here.reduce((now, edit) => edit.apply(now), start));
  const localSources = accumulate(diffConfig('', base, 1), markLocal(diffConfig(base, local, 2)));
  const result = mergeConfig({ base, theirs, local, localSources, index: 3, mode: 'B' });
  const sources = accumulate(localSources, result.mutations);
  return { base, theirs, local, merged: result.data, mutations: result.mutations, sources, upstream, here };
}

const scenario = fc
  .tuple(unit, edits, edits)
  .map(([start, upstream, here]) => upgrade(start, upstream, here));

/** The documents of config data, in which the order of a list counts, that of a map does not. */
const documents = (text: string) => parseConfig(text).map(({ value }) => value);

const valuesOf = (text: string): Places => everywhere(documents(text));

/** What holds for every upgrade, whatever was edited. */
const PROPERTIES: Record<string, (upgraded: Upgraded) => void> = {
  'keeps every local edit': ({ base, local, merged }) => {
    const [before, mine, now] = [valuesOf(base), valuesOf(local), valuesOf(merged)];
    for (const [place, value] of mine) {
      if (before.get(place) !== value) assert.equal(now.get(place), value, `${place} was set here`);
    }
    for (const place of before.keys()) {
      if (!mine.has(place)) assert.ok(!now.has(place), `${place} was removed here`);
    }
  },

  'brings every base change that does not collide': ({ base, theirs, local, merged }) => {
    const [before, upstream, mine, now] = [
      valuesOf(base),
      valuesOf(theirs),
      valuesOf(local),
      valuesOf(merged),
    ];
    const collides = collisions(before, upstream, mine);
    for (const [place, value] of upstream) {
      if (before.get(place) === value || collides(place)) continue;
      assert.equal(now.get(place), value, `${place} was set upstream`);
    }
    for (const place of before.keys()) {
      if (!upstream.has(place) && !collides(place))
        assert.ok(!now.has(place), `${place} was removed upstream`);
    }
  },

  'changes nothing the second time': ({ base, theirs, merged, sources }) => {
    const again = { local: merged, localSources: sources, index: 4, mode: 'B' } as const;
    assert.equal(mergeConfig({ base: theirs, theirs, ...again }).data, merged);
    assert.equal(mergeConfig({ base, theirs, ...again }).data, merged);
  },

  'leaves comments and order of the lines it does not touch': ({ base, theirs, local, merged }) => {
    if (isReordered(base, theirs)) return;
    const moved = new Set([...difference(base, theirs), ...difference(theirs, base)]);
    const kept = lines(local).filter((line) => !moved.has(line));
    assert.deepEqual(inOrder(kept, lines(merged)), kept);
  },

  'tells exactly what it changed': ({ local, merged, mutations }) => {
    assert.deepEqual(mutations, diffConfig(local, merged, 3));
    assert.equal(hasChanges(mutations), !isDeepStrictEqual(documents(local), documents(merged)));
  },
};

/** A run of CI tries the same cases each time; `PROPERTY_RUNS=20000` tries as many new ones. */
const RUNS = process.env.PROPERTY_RUNS
  ? { numRuns: Number(process.env.PROPERTY_RUNS) }
  : { numRuns: 1000, seed: 20_261_129 };

describe('1,000 upgrades', () => {
  it(Object.keys(PROPERTIES).join('; '), function () {
    this.timeout(3_600_000);
    fc.assert(
      fc.property(scenario, (upgraded) => {
        for (const [name, holds] of Object.entries(PROPERTIES)) named(name, () => holds(upgraded));
      }),
      RUNS,
    );
  });
});

function named(name: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`An upgrade ${name}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * A change of a place collides when the place was changed here too; when a map, list or item around it was removed
 * here; when its list of arguments was changed here; when upstream removed an item around it that was edited here.
 */
function collisions(before: Places, upstream: Places, mine: Places): (place: string) => boolean {
  const touched = [...new Set([...before.keys(), ...mine.keys()])].filter(
    (place) => before.get(place) !== mine.get(place),
  );
  return (place) =>
    touched.includes(place) ||
    around(place).some((outer) => hasItem(before, outer) && !hasItem(mine, outer)) ||
    itemsAround(place).some((item) => {
      const isGone = hasItem(before, item) && !hasItem(upstream, item);
      return (isGone || item.endsWith('|args')) && touched.some((other) => isInside(other, item));
    });
}

/** Lines that tell where they belong (separators and arguments look alike everywhere); emptied maps and lists count. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.includes('#'))
    .map((line) => line.replace(/ (?:\{\}|\[\]) #/, ' #'));
}

function difference(from: string, to: string): string[] {
  const there = new Set(lines(to));
  return lines(from).filter((line) => !there.has(line));
}

/** Whether upstream moved lines, which is a change that the merge brings. */
function isReordered(base: string, theirs: string): boolean {
  const common = lines(base).filter((line) => lines(theirs).includes(line));
  return inOrder(common, lines(theirs)).length < common.length;
}

/** The longest run of `wanted` that stands in `found` in this order. */
function inOrder(wanted: string[], found: string[]): string[] {
  let at = 0;
  return wanted.filter((line) => {
    const next = found.indexOf(line, at);
    if (next < 0) return false;
    at = next + 1;
    return true;
  });
}
