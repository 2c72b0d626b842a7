import assert from 'node:assert/strict';
import { encode } from './encode';
import { encodeQuery } from './query';

describe('entities as JSON', () => {
  it('have known fields in order, zero values where required, and no empty optional ones', () => {
    const unit = encode('Unit', {
      Slug: 'a',
      Unknown: 1,
      Labels: {},
      HeadRevisionNum: 0,
      Data: 'eA==',
      ToolchainType: 'Kubernetes/YAML',
    });
    assert.equal(
      JSON.stringify(unit),
      '{"ApprovedBy":null,"CreatedAt":"0001-01-01T00:00:00Z","Data":"eA==","MutationSources":null,' +
        '"OrganizationID":"00000000-0000-0000-0000-000000000000","SetID":null,"Slug":"a",' +
        '"SpaceID":"00000000-0000-0000-0000-000000000000","TargetID":null,"ToolchainType":"Kubernetes/YAML",' +
        '"UnitID":"00000000-0000-0000-0000-000000000000","UpdatedAt":"0001-01-01T00:00:00Z","UpstreamOrganizationID":null,' +
        '"UpstreamSpaceID":null,"UpstreamUnitID":null}',
    );
  });

  it('have sorted maps and times without trailing zeros', () => {
    const space = encode('Space', {
      Slug: 's',
      Labels: { b: '1', a: '2' },
      CreatedAt: '2026-01-01T00:00:00.120Z',
    }) as Record<string, unknown>;
    assert.deepEqual(Object.keys(space.Labels as object), ['a', 'b']);
    assert.equal(space.CreatedAt, '2026-01-01T00:00:00.12Z');
  });
});

describe('queries', () => {
  it('are sorted, escaped as Go does, and without what is absent', () => {
    assert.equal(
      encodeQuery({ where: "Slug = 'a-b_c.d~'", include: 'A,B', none: undefined, empty: '' }),
      '?include=A%2CB&where=Slug+%3D+%27a-b_c.d~%27',
    );
    assert.equal(encodeQuery({}), '');
  });
});
