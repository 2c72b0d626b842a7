import assert from 'node:assert/strict';
import { Stalls } from './stalls';

describe('stalls', () => {
  let now: number;
  let stalls: Stalls;
  const lookAt = (...times: number[]): void => {
    for (const time of times) {
      now = time;
      stalls.look();
    }
  };

  beforeEach(() => {
    now = 1_000;
    stalls = new Stalls(() => now);
  });

  it('are none while the looks follow each other', () => {
    lookAt(1_005, 1_012, 1_018);
    assert.equal(stalls.since(1_000), 0);
  });

  it('lose what goes beyond an ordinary gap, before any look tells of it', () => {
    now = 1_507;
    assert.equal(stalls.since(1_000), 500);
  });

  it('count from a moment on', () => {
    lookAt(1_107, 1_112, 1_219);
    assert.equal(stalls.since(1_000), 200);
    assert.equal(stalls.since(1_110), 100);
    assert.equal(stalls.since(1_219), 0);
  });

  it('count only for as long as they lasted after a moment that falls into them', () => {
    lookAt(1_005, 4_005, 4_010);
    assert.equal(stalls.since(4_004), 1);
    assert.equal(stalls.since(3_005), 1_000);
    assert.equal(stalls.since(1_005), 2_993);
  });

  it('of long ago are forgotten, and never count twice', () => {
    for (let n = 1; n <= 1_010; n += 1) lookAt(1_000 + n * 17);
    assert.equal(stalls.since(0), 10_000);
    assert.equal(stalls.since(1_000 + 1_000 * 17), 100);
  });
});
