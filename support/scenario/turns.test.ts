import assert from 'node:assert/strict';
import { Turns } from './turns';

/** Lets processes go through the plan; each scenario takes as many rounds as its name says, or one. */
function goThrough(plan: string[], processes: number, rounds: Record<string, number> = {}): string[][] {
  const turns = new Turns(plan, processes);
  const todo = [...plan];
  const done: string[][] = Array.from({ length: processes }, () => []);
  const at = new Map<number, { scenario: string; left: number }>();
  while (todo.length > 0 || at.size > 0) {
    for (const [process, doing] of at) {
      doing.left -= 1;
      if (doing.left === 0) at.delete(process);
    }
    for (let process = 0; process < processes; process++) {
      if (at.has(process)) continue;
      const running = [...at.values()].map(({ scenario }) => scenario);
      const index = todo.findIndex((scenario) => turns.begins(scenario, running));
      if (index < 0) continue;
      const [scenario = ''] = todo.splice(index, 1);
      done[process]?.push(scenario);
      at.set(process, { scenario, left: rounds[scenario] ?? 1 });
    }
  }
  return done;
}

describe('turns of the processes', () => {
  it('keep the scenarios of a feature together, in their order', () => {
    assert.deepEqual(goThrough(['a:1', 'a:2', 'a:3', 'b:1', 'b:2', 'c:1'], 2), [
      ['a:1', 'a:2', 'a:3'],
      ['b:1', 'b:2', 'c:1'],
    ]);
  });

  it('leave nobody idle: who is done takes over from the end of who has most to do', () => {
    assert.deepEqual(goThrough(['a:1', 'a:2', 'a:3', 'b:1', 'b:2', 'b:3', 'b:4'], 2, { 'b:1': 3 }), [
      ['b:1', 'b:2', 'b:3'],
      ['a:1', 'a:2', 'a:3', 'b:4'],
    ]);
  });

  it('share out a single feature', () => {
    assert.deepEqual(goThrough(['a:1', 'a:2', 'a:3', 'a:4'], 2), [
      ['a:1', 'a:2'],
      ['a:4', 'a:3'],
    ]);
  });

  it('keep their places when several are free at once, and use no more processes than there are scenarios', () => {
    const features = ['a', 'b', 'c', 'd'].flatMap((feature) => [1, 2, 3].map((line) => `${feature}:${line}`));
    for (const done of goThrough(features, 4)) assert.equal(new Set(done.map((place) => place[0])).size, 1);
    assert.deepEqual(goThrough(['a:1', 'b:1'], 3), [['a:1'], ['b:1'], []]);
  });

  it('hold nobody up with what was not planned', () => {
    const turns = new Turns(['a:1'], 2);
    assert.equal(turns.begins('z:9', []), true);
    assert.equal(turns.begins('a:1', ['z:9']), true);
  });
});
