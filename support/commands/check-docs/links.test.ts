import assert from 'node:assert/strict';
import { anchorOf, findingsIn, type Project } from './links';

const project: Project = {
  exists: (path) => ['README.md', 'docs/TESTING.md', 'docs'].includes(path),
  anchors: () => ['run-one-stage'],
  scripts: ['test', 'lab'],
};

describe('the check of documents', () => {
  const cases: Array<[string, string, RegExp | undefined]> = [
    ['a link that is right', '[x](docs/TESTING.md)', undefined],
    ['a link to a heading', '[x](docs/TESTING.md#run-one-stage)', undefined],
    ['a link to the web', '[x](https://example.com/a)', undefined],
    ['a link that leads nowhere', '[x](docs/NONE.md)', /docs\/NONE\.md, which does not exist/],
    ['a heading that is not there', '[x](docs/TESTING.md#none)', /names a heading/],
    ['scripts that are there', '`npm test` and `npm run lab -- start`', undefined],
    ['a script that is not there', '`npm run fly`', /no script "fly"/],
  ];
  for (const [what, text, expected] of cases)
    it(`${expected ? 'finds' : 'accepts'} ${what}`, () => {
      const [finding] = findingsIn({ path: 'README.md', text: `\n${text}` }, project);
      if (!expected) assert.equal(finding, undefined);
      else {
        assert.match(finding?.what ?? '', expected);
        assert.equal(finding?.line, 2);
      }
    });

  it('resolves links from the folder of their document', () => {
    assert.deepEqual(
      findingsIn({ path: 'docs/A.md', text: '[x](../README.md) [y](TESTING.md)' }, project),
      [],
    );
  });

  it('makes the address of a heading as GitHub does', () => {
    assert.equal(anchorOf('What a "real" cub, or hub, changes'), 'what-a-real-cub-or-hub-changes');
  });
});
