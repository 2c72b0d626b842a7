import assert from 'node:assert/strict';
import { whereIdentifiers, withinSpace } from '../lookup/ids';
import { makeSlug } from '../lookup/slug';
import { parseDuration } from './duration';
import { labelPatch, refuseRemoval, withLabels } from './labels';

const ID = '4aedbeeb-96a1-42e1-9115-fd502150e274';

describe('input', () => {
  it('labels are laid over those that are there', () => {
    assert.deepEqual(withLabels(['a=1', 'b'], { a: '0', c: '3' }), { a: '1', b: '', c: '3' });
    assert.throws(() => withLabels(['a=b=c'], {}), { message: 'invalid label; expected key=value: a=b=c' });
  });

  it('labels are removed by a patch only', () => {
    assert.deepEqual(labelPatch(['a=-', 'b=1'], { c: '2' }), { a: null, b: '1', c: '2' });
    assert.throws(() => refuseRemoval(['a=-'], false), {
      message: 'label removal (--label a=-) requires --patch flag',
    });
    assert.doesNotThrow(() => refuseRemoval(['a=-'], true));
  });

  it('durations are those of Go', () => {
    assert.deepEqual(
      ['2m', '1m30s', '500ms', '1.5s', '0'].map(parseDuration),
      [120_000, 90_000, 500, 1500, 0],
    );
    assert.deepEqual(['soon', '5', '-1s', ''].map(parseDuration), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('slugs are lower case with single dashes', () => {
    assert.deepEqual(['My App', 'a--b', '-x-', 'Ünï_t.1', 'a&b'].map(makeSlug), [
      'my-app',
      'a-b',
      'x',
      'uni_t-1',
      'a-and-b',
    ]);
  });

  it('identifiers are all slugs or all ids', () => {
    assert.equal(whereIdentifiers(['a', 'b'], 'UnitID'), "Slug IN ('a', 'b')");
    assert.equal(whereIdentifiers([ID], 'UnitID'), `UnitID IN ('${ID}')`);
    assert.throws(() => whereIdentifiers(['a', ID], 'UnitID'), {
      message: 'all identifiers must be the same type (all UUIDs or all slugs)',
    });
  });

  it('expressions are narrowed to a space, but not to all', () => {
    assert.equal(withinSpace('Slug = 1', ID), `Slug = 1 AND SpaceID = '${ID}'`);
    assert.equal(withinSpace('', ID), `SpaceID = '${ID}'`);
    assert.equal(withinSpace('Slug = 1', '*'), 'Slug = 1');
  });
});
