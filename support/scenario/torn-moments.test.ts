import assert from 'node:assert/strict';
import type { Moment } from '../cluster/recorder';
import { tornMoments } from './torn-moments';

const settings = { 'reference-data': { FEED: 'v2' }, 'trade-service': { FEED: 'v2' } };

function moment(version: number, name: string, feed: string, settled = true): Moment {
  const rollout = { name, wanted: 1, updated: 1, ready: 1, settled, image: '', settings: { FEED: feed } };
  return { version: BigInt(version), namespace: 'eu', name, rollout };
}

const torn = (settledAt: number, ...moments: Moment[]): number =>
  tornMoments(moments, BigInt(settledAt), ['eu'], settings).length;

describe('torn moments', () => {
  const old = [moment(1, 'reference-data', 'v1'), moment(2, 'trade-service', 'v1')];
  const news = [moment(3, 'reference-data', 'v2'), moment(4, 'trade-service', 'v2')];

  it('are none when both have arrived', () => assert.equal(torn(4, ...old, ...news), 0));
  it('are none when both went back', () =>
    assert.equal(torn(5, ...old, moment(3, 'reference-data', 'v2'), moment(5, 'reference-data', 'v1')), 0));
  it('are told when one is new and the other old at the end', () =>
    assert.equal(torn(3, ...old, moment(3, 'reference-data', 'v2')), 1));
  it('are told when one goes back later, even for a moment', () =>
    assert.equal(
      torn(4, ...old, ...news, moment(6, 'trade-service', 'v1'), moment(7, 'trade-service', 'v2')),
      1,
    ));
  it('do not count while the roll-out is on its way', () => assert.equal(torn(4, ...old, ...news), 0));
  it('do not count while a service is not settled', () =>
    assert.equal(torn(3, ...old, moment(3, 'reference-data', 'v2', false)), 0));
  it('go by the versions of the cluster, not by the order of arrival', () =>
    assert.equal(torn(3, moment(4, 'trade-service', 'v2'), ...old, moment(3, 'reference-data', 'v2')), 1));
});
