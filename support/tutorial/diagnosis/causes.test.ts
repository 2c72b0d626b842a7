import assert from 'node:assert/strict';
import type { Unit } from '../../cub/unit';
import { causesOf, describeCause, type Facts } from './causes';

const unit = (changes: Partial<Unit> = {}): Unit => ({
  id: '1',
  slug: 'trade-service',
  space: 'traderx-prod-eu',
  data: '',
  head: 3,
  live: 3,
  lastApplied: 3,
  description: '',
  target: 'worker',
  gates: [],
  warnings: [],
  approvers: [],
  ...changes,
});

const facts = (one: Unit, changes: Partial<Facts> = {}): Facts => ({
  units: [one],
  targetFor: () => undefined,
  awayFrom: () => undefined,
  workerSpaceOf: () => 'traderx-infra',
  namespaceOf: () => 'traderx-prod-eu',
  namespaces: ['traderx-prod-eu'],
  stuckPods: [],
  bringing: ({ space, slug }) => `cub unit apply --space ${space} ${slug}`,
  drifted: new Set(),
  otherwise: new Set(),
  onlyConfiguration: new Set(),
  stage: '3',
  ...changes,
});

const stuck = { namespace: 'traderx-prod-eu', name: 'trade-service-5f-x', image: 'a/b:nope' };

describe('the likely cause', () => {
  it('is none for a unit that is as it should be', () => assert.deepEqual(causesOf(facts(unit())), []));

  const gone: Partial<Facts> = { namespaces: [] };
  const cases: Array<[string, Facts, RegExp]> = [
    [
      'a target is missing, whatever else is',
      facts(unit({ target: undefined, live: 0 }), gone),
      /has no target/,
    ],
    [
      'one gate holds it back',
      facts(unit({ live: 2, gates: ['policy/no-placeholders'] })),
      /the gate policy\/no-placeholders holds it back/,
    ],
    ['several gates do', facts(unit({ live: 2, gates: ['a', 'b'] })), /the gates a, b hold it back/],
    [
      'its worker is away',
      facts(unit({ live: 2 }), { awayFrom: () => ({ slug: 'w', condition: 'Disconnected' }) }),
      /the worker w is not connected \(Disconnected\)/,
    ],
    ['its namespace is gone', facts(unit(), gone), /namespace traderx-prod-eu does not exist/],
    [
      'its image cannot be pulled',
      facts(unit({ live: 2 }), { stuckPods: [stuck] }),
      /waits for the image a\/b:nope/,
    ],
    [
      'another service waits for an image',
      facts(unit({ live: 2 }), { stuckPods: [{ ...stuck, name: 'reference-data-1' }] }),
      /not applied yet/,
    ],
    [
      'it is behind',
      facts(unit({ upstream: { id: '2', slug: 'trade-service', revision: 2, head: 4 } })),
      /behind its upstream trade-service: it took revision 2, there is 4/,
    ],
    [
      'an apply failed',
      facts(
        unit({
          live: 2,
          event: {
            operation: '',
            action: 'Apply',
            status: 'Failed',
            result: 'ApplyFailed',
            message: 'no room',
          },
        }),
      ),
      /the last apply .* failed: no room/,
    ],
    ['it was never applied', facts(unit({ live: 0 })), /was never applied/],
    [
      'it was changed in the cluster',
      facts(unit(), { drifted: new Set(['traderx-prod-eu/trade-service']) }),
      /behind ConfigHub's back/,
    ],
    [
      'it was changed in ConfigHub',
      facts(unit({ description: 'Scale to 3' }), { otherwise: new Set(['traderx-prod-eu/trade-service']) }),
      /says so in ConfigHub: revision 3 \("Scale to 3"\)/,
    ],
  ];
  for (const [what, around, expected] of cases)
    it(`is told when ${what}`, () => assert.match(causesOf(around).map(describeCause).join('\n'), expected));

  const released: Partial<Facts> = {
    bringing: ({ space }) => `cub release publish ${space}`,
    bringingBack: () => 'apply it again',
  };
  const todos: Array<[string, Facts, RegExp]> = [
    [
      'changed in the cluster is not released again',
      facts(unit(), { ...released, drifted: new Set(['traderx-prod-eu/trade-service']) }),
      /^apply it again$/,
    ],
    [
      'without its namespace neither',
      facts(unit(), { ...released, ...gone }),
      /what pulls releases brings it back .* npm run deploy -- 3$/,
    ],
    [
      'behind is released after its upgrade',
      facts(unit({ upstream: { id: '2', slug: 'u', revision: 2, head: 4 } }), released),
      /--upgrade; then cub release publish traderx-prod-eu$/,
    ],
  ];
  for (const [what, around, expected] of todos)
    it(`has advice: where releases are pulled, what is ${what}`, () =>
      assert.match(causesOf(around)[0]?.todo ?? '', expected));

  it('is no missing target where a unit needs none', () => {
    const template = unit({
      target: undefined,
      live: 0,
      upstream: { id: '2', slug: 'u', revision: 1, head: 2 },
    });
    const around = facts(template, { onlyConfiguration: new Set(['traderx-prod-eu/trade-service']) });
    assert.match(causesOf(around).map(describeCause).join('\n'), /behind its upstream u/);
  });

  it('is told once for many units, with what to do', () => {
    const around = { ...facts(unit(), gone), units: [unit(), unit({ slug: 'reference-data' })] };
    const [cause, ...more] = causesOf(around);
    assert.deepEqual(more, []);
    assert.match(cause?.todo ?? '', /apply the unit that holds it first/);
  });
});
