import assert from 'node:assert/strict';
import type { SnapshotRecord } from '../media-types';
import { began, ended } from '../sample';
import { type Draw, graphviz } from './draw';
import { factsOf } from './facts';
import { graphOf } from './graph';

describe('the picture of a stage', () => {
  let draw: Draw;
  before(async () => {
    draw = await graphviz();
  });
  const drawn = (from: SnapshotRecord | undefined, to: SnapshotRecord): string =>
    draw(graphOf(factsOf(from, to)));
  /** The words of each box. */
  const boxes = (svg: string): string[][] =>
    [...svg.matchAll(/<g class="(?:node|cluster)[^>]*>(.*?)<\/g>/gs)].map(([, inner = '']) =>
      [...inner.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) =>
        text.replaceAll('&#45;', '-').replaceAll('&#160;', ' '),
      ),
    );
  const count = (svg: string, what: string): number => svg.split(`<g class="edge ${what}`).length - 1;

  it('has a box for each space and each unit, with what was recorded before and after', () => {
    assert.deepEqual(boxes(drawn(began, ended)).sort(), [
      ['ns-eu', 'revision 2', 'applied'],
      ['trade-service', 'revision 1 → 2', 'configuration only', '1 replica', 'TRADING_ALGORITHM v1 → v2'],
      [
        'trade-service',
        'revision 3 → 4',
        'applied',
        '5/5 ready → 2/2 ready',
        '1 behind its upstream',
        'replicas 5 → 2',
      ],
      ['traderx-base'],
      ['traderx-infra'],
      ['traderx-prod-eu'],
    ]);
  });

  it('has an arrow to each clone and to each unit that another needs', () => {
    const svg = drawn(began, ended);
    assert.deepEqual([count(svg, 'upstream behind'), count(svg, 'link')], [1, 1]);
    assert.equal(count(drawn(began, { ...ended, links: [] }), 'link'), 0);
  });

  it('tells nothing as changed when nobody saw how it began', () => {
    const words = boxes(drawn(undefined, ended)).flat();
    assert.deepEqual(
      words.filter((word) => /→|new|gone/.test(word)),
      [],
    );
    assert.ok(words.includes('2/2 ready'));
  });

  it('shows what came and what went', () => {
    const [base, region, namespace] = ended.units;
    assert.ok(base && region && namespace);
    const words = boxes(
      drawn({ ...began, units: [base, namespace] }, { ...ended, units: [base, region] }),
    ).map(([name]) => name);
    assert.ok(words.includes('ns-eu'));
    const { spaces } = factsOf({ ...began, units: [base, namespace] }, { ...ended, units: [base, region] });
    assert.deepEqual(
      spaces.flatMap(({ units }) => units).map(({ unit, presence }) => `${unit} ${presence}`),
      ['trade-service kept', 'ns-eu gone', 'trade-service new'],
    );
  });

  it('shows how ConfigHub and the cluster differ', () => {
    const [base, region, namespace] = ended.units;
    assert.ok(base && region?.service && namespace);
    const waiting = { ...region, revision: 5, service: { ...region.service, replicas: 6 } };
    const box = boxes(drawn(undefined, { ...ended, units: [base, waiting, namespace] })).find((words) =>
      words.includes('revision 5'),
    );
    assert.deepEqual(box?.slice(2, 4), ['applied up to 4', '2/2 ready, 6 in ConfigHub']);
    const scaled = boxes(drawn(ended, { ...ended, units: [base, waiting, namespace] })).flat();
    assert.ok(scaled.includes('2/2 ready') && scaled.includes('replicas 2 → 6'), scaled.join('; '));
    const lost = boxes(drawn(undefined, { ...ended, deployments: [] }));
    assert.ok(lost.some((words) => words.includes('nothing runs')));
  });

  it('names the rules that hold a unit back, and tells when they no longer do', () => {
    const [base, region] = ended.units;
    assert.ok(base && region);
    const held = { ...ended, units: [base, { ...region, gates: ['two/is-approved', 'sane/vet'] }] };
    const said = (from: SnapshotRecord, to: SnapshotRecord): string[] =>
      boxes(drawn(from, to))
        .flat()
        .filter((word) => word.includes('held'));
    assert.deepEqual(said(ended, held), ['held back by sane, two']);
    assert.deepEqual(said(held, ended), ['no longer held back']);
  });

  it('names what runs beside the units', () =>
    assert.deepEqual(
      factsOf(began, ended).others.map(({ name }) => name),
      ['worker'],
    ));

  it('takes names for what they are, whatever is in them', () => {
    const [base] = ended.units;
    assert.ok(base);
    const svg = drawn(undefined, { ...ended, units: [{ ...base, unit: '<b>&"quoted"' }] });
    assert.match(svg, /&lt;b&gt;&amp;(?:&quot;|")quoted/);
  });

  it('brings no colour, font or id of its own', () =>
    assert.doesNotMatch(drawn(began, ended), / (?:id|fill|stroke|font-family)="|#[0-9a-f]{6}/));
});
