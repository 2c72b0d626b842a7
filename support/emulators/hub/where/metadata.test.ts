import assert from 'node:assert/strict';
import { compileContains, compileWhere, type EntityKind, type ExtendedRow, QueryError } from './index';

const ID = '11111111-2222-3333-4444-555555555555';
const OTHER = '11111111-2222-3333-4444-666666666666';

const row: ExtendedRow = {
  Unit: {
    UnitID: ID,
    Slug: 'trade-service',
    DisplayName: 'Trade Service',
    HeadRevisionNum: 5,
    LiveRevisionNum: 3,
    UpstreamRevisionNum: 2,
    UpstreamUnitID: OTHER,
    TargetID: '00000000-0000-0000-0000-000000000000',
    SetID: null,
    CreatedAt: '2025-02-18T23:16:34Z',
    LastActionAt: '2025-02-18T23:16:34.5Z',
    Labels: { true: 'trade-service', tier: 'Backend', 'app.kubernetes.io/name': 'trade', empty: '' },
    ApplyGates: { 'complete/no-placeholders': true, other: false },
    ApprovedBy: [OTHER],
    Conflicts: [{ Reason: 'ProtectedPath' }, { Reason: 'DeleteShadowed' }],
  },
  Space: { Slug: 'traderx-prod-eu', Labels: { Region: 'eu' } },
  UpstreamUnit: { Slug: 'trade-service', HeadRevisionNum: 4, Labels: { tier: 'Base' } },
  Trigger: { Disabled: false },
};

const yes = [
  '',
  '  ',
  "Slug = 'trade-service'",
  "Slug='trade-service'",
  "  Slug\t=  'trade-service'  ",
  "Unit.Slug = 'trade-service'",
  "Slug != 'x'",
  "Slug > 'trade'",
  "Slug >= 'trade-service'",
  "Slug < 'u'",
  "Slug <= 'trade-service'",
  "Slug LIKE 'trade%'",
  "Slug LIKE '%service'",
  "Slug LIKE 't_ade-%'",
  "Slug LIKE 'trade-service'",
  "Slug LIKE 'trade-service%%'",
  "Slug LIKE '%a%e%'",
  "Slug ~~ 'trade%'",
  "Slug !~~ 'x%'",
  "Slug NOT LIKE 'x%'",
  "Slug NOT \t LIKE 'TRADE%'",
  "Slug !~~ 'TRADE%'",
  "Slug ILIKE 'TRADE%'",
  "Slug NOT ILIKE 'X%'",
  "Slug ~ '^trade-'",
  "Slug ~ 'de-se'",
  "Slug ~* '^TRADE'",
  "Slug !~ '^TRADE'",
  "Slug !~* '^x'",
  "Slug IN ('a', 'trade-service')",
  "Slug IN ('a','trade-service')",
  "Slug NOT IN ('a', 'b')",
  "Slug NOT  IN ('a')",
  'HeadRevisionNum = 5',
  'HeadRevisionNum > 4',
  'HeadRevisionNum >= 5',
  'HeadRevisionNum < 6',
  'HeadRevisionNum <= 5',
  'HeadRevisionNum != 4',
  'HeadRevisionNum IN (4, 5)',
  'HeadRevisionNum NOT IN (4)',
  'HeadRevisionNum > LiveRevisionNum',
  'Slug = Labels.true',
  'UpstreamRevisionNum < UpstreamUnit.HeadRevisionNum',
  'Unit.UpstreamRevisionNum < UpstreamUnit.HeadRevisionNum',
  'Slug = UpstreamUnit.Slug',
  `UnitID = '${ID}'`,
  `UnitID='${ID.toUpperCase()}'`,
  `UnitID IN ('${OTHER}', '${ID}')`,
  `UnitID != '${OTHER}'`,
  "Space.Slug LIKE 'traderx-prod-%'",
  "Space.Labels.Region = 'eu'",
  "Labels.tier = 'Backend'",
  "Labels.app.kubernetes.io/name = 'trade'",
  "Labels.app~1kubernetes~1io/name = 'trade'",
  "Labels.empty = ''",
  "UpstreamUnit.Labels.tier = 'Base'",
  'ApplyGates.complete/no-placeholders = true',
  'ApplyGates.other != true',
  'LEN(ApplyGates) > 0',
  'LEN(ApplyGates) = 2',
  'LEN( Labels ) = 4',
  'LEN (Labels) = 4',
  'LEN(ApprovedBy) = 1',
  `ApprovedBy ? '${OTHER}'`,
  "Labels ? 'tier'",
  "Labels?'tier'",
  "CreatedAt > '2025-02-18T23:16:33'",
  "CreatedAt = '2025-02-18T23:16:34'",
  "CreatedAt = '2025-02-19T00:16:34+01:00'",
  "CreatedAt >= '2025-02-18'",
  "CreatedAt < '2025-02-19'",
  "CreatedAt < '2025-02-18 23:16:35'",
  'CreatedAt < LastActionAt',
  'TargetID IS NULL',
  'SetID IS NULL',
  'UpstreamUnitID IS NOT NULL',
  'ApplyGates.complete/no-placeholders IS TRUE',
  'ApplyGates.other IS FALSE',
  'ApplyGates.other IS NOT TRUE',
  'ApplyGates.absent IS NOT FALSE',
  "Conflicts.*.Reason = 'DeleteShadowed'",
  "Slug = 'trade-service' AND HeadRevisionNum = 5 AND Labels.tier = 'Backend'",
];

const no = [
  "Slug = 'x'",
  "Slug != 'trade-service'",
  "Slug > 'trade-service'",
  "Slug < 'trade-service'",
  "Slug LIKE 'trade'",
  "Slug LIKE 'Trade%'",
  "Slug LIKE '_'",
  "Slug LIKE 'trade-service_'",
  "Slug LIKE ''",
  "Slug LIKE '%x%'",
  "Slug LIKE 'trade%x'",
  "Slug NOT LIKE 'trade%'",
  "Slug !~~ 'trade%'",
  "Slug ILIKE 'x%'",
  "Slug NOT ILIKE 'TRADE%'",
  "Slug ~ '^service'",
  "Slug ~ '^TRADE'",
  "Slug ~* '^x'",
  "Slug !~ 'trade'",
  "Slug !~* 'TRADE'",
  "Slug IN ('a')",
  "Slug NOT IN ('trade-service')",
  'HeadRevisionNum = 4',
  'HeadRevisionNum > 5',
  'HeadRevisionNum < 5',
  'HeadRevisionNum >= 6',
  'HeadRevisionNum <= 4',
  'HeadRevisionNum != 5',
  'HeadRevisionNum IN (4)',
  'HeadRevisionNum NOT IN (5)',
  'LiveRevisionNum > HeadRevisionNum',
  `UnitID = '${OTHER}'`,
  `UnitID != '${ID}'`,
  "Labels.tier = 'backend'",
  "Labels.absent = 'x'",
  "Labels.absent != 'x'",
  "Labels.absent NOT IN ('x')",
  "Labels.absent NOT LIKE 'x'",
  "Labels.constructor != 'x'",
  "Labels ? 'absent'",
  "Labels ? 'constructor'",
  "TargetID != '11111111-2222-3333-4444-555555555555'",
  'SetID IS NOT NULL',
  'HeadRevisionNum IS NULL',
  "Target.Slug = 'x'",
  "Target.Slug != 'x'",
  'Target.TargetID = TargetID',
  'TargetID = SetID',
  'TargetID != UpstreamUnitID',
  'UpstreamUnitID != TargetID',
  "Slug NOT LIKE 'trade%'",
  'HeadRevisionNum > HeadRevision.RevisionNum',
  'HeadRevision.RevisionNum < HeadRevisionNum',
  'ApplyGates.other = true',
  'ApplyGates.other IS TRUE',
  'ApplyGates.other IS NOT FALSE',
  'ApplyGates.absent IS FALSE',
  'LEN(ApplyGates) > 2',
  'LEN(Annotations) > 0',
  `ApprovedBy ? '${ID}'`,
  "CreatedAt > '2025-02-18T23:16:34'",
  "CreatedAt < '2025-02-18'",
  "Conflicts.*.Reason = 'Subtracted'",
  "Slug = 'trade-service' AND HeadRevisionNum = 4",
  "Slug = 'x' AND HeadRevisionNum = 5",
];

const refused: Record<string, RegExp> = {
  "Data CONTAINS 'replicas: 5'":
    /^invalid operator at `CONTAINS 'replicas: 5'`: config data is asked by path: --resource-type apps\/v1\/Deployment --where-data "spec\.replicas = 5"; parts of a text with LIKE '%text%'$/,
  'spec.replicas > 2':
    /^unknown attribute `spec\.replicas` of Unit: paths into config data are asked with --where-data and --resource-type, as in --resource-type apps\/v1\/Deployment --where-data "spec\.replicas \.\.\."$/,
  '*': /^invalid operator at ``: leave --where out to take all, or write Slug != ''$/,
  "Slug = 'a' OR Slug = 'b'":
    /^invalid operator at `Slug = 'b'`: OR is not part of the language, write Slug IN \('a', 'b'\) or ask twice$/,
  "Slug = 'a' or Slug = 'b'": /^invalid operator at `Slug = 'b'`: OR is not/,
  "Slug = 'a' and Slug = 'b'": /^invalid operator at `Slug = 'b'`: AND is written in upper case$/,
  "Slug = 'a' Slug = 'b'": /^expected AND at `Slug = 'b'`: conditions are joined by AND$/,
  "Slug = 'a'AND": /^invalid path at ``: the expression ends with AND, remove it or add a condition$/,
  "Slug = 'a' AND ": /^invalid path at ``: the expression ends with AND/,
  "Slug = 'a' ANDSlug = 'b'": /^expected AND at `ANDSlug = 'b'`/,
  "AND Slug = 'a'": /^invalid operator at `Slug = 'a'`/,
  "NOT Slug = 'a'": /^invalid operator at `Slug = 'a'`: NOT stands in NOT IN and NOT LIKE only$/,
  "(Slug = 'a')": /^invalid path at `\(Slug = 'a'\)`: a condition starts with the name of an attribute$/,
  Slug: /^invalid operator at ``: the operators are = /,
  'Slug =': /^no operand found at ``: write a 'string', an integer, true or false$/,
  'Slug = "a"': /^no operand found at `"a"`: strings stand in single quotes, as in 'text'$/,
  "Slug = 'a":
    /^no operand found at `'a`: a string ends with a single quote and holds no quotes or backslashes$/,
  "Slug = 'it''s'": /^expected AND at `'s'`/,
  "Slug == 'a'": /^no operand found at `= 'a'`: equality is written =$/,
  'HeadRevisionNum = -1': /^no operand found at `-1`: integers have no sign$/,
  'HeadRevisionNum = 12345678901': /^no operand found at `12345678901`: an integer has at most ten digits$/,
  'HeadRevisionNum = 5x': /^no operand found at `5x`/,
  'Slug IN ()': /^invalid IN clause at `\(\)`: write IN \('a', 'b'\)$/,
  "Slug IN 'a'": /^invalid IN clause at `'a'`/,
  "Slug IN ('a'": /^invalid IN clause at `\('a'`/,
  "Slug IN ('a' 'b')": /^invalid IN clause at `\('a' 'b'\)`/,
  'ApplyGates.x > true': /^invalid boolean operator `>`: true and false take = and != only$/,
  "Nope = 'a'":
    /^unknown attribute `Nope` of Unit: Unit has Annotations, ApplyGates, .*UpstreamUnitID; and beside it ChangeSet, .*UpstreamUnit$/,
  "Space.Nope = 'a'": /^unknown attribute `Space\.Nope` of Unit: Space has Annotations, /,
  "Slug.x = 'a'": /^unknown attribute `Slug\.x` of Unit/,
  "Nope.Slug = 'a'": /^unknown attribute `Nope\.Slug` of Unit/,
  "constructor.name = 'a'": /^unknown attribute/,
  "Conflicts.x.Reason = 'a'": /^unknown attribute `Conflicts\.x\.Reason` of Unit/,
  "Conflicts.*.Reason.x = 'a'": /^unknown attribute `Conflicts\.\*\.Reason\.x` of Unit/,
  "Space = 'a'": /^unknown attribute `Space` of Unit: Space has Annotations, .*UpdatedAt$/,
  "Slug x CONTAINS 'a'": /^invalid operator at `x CONTAINS 'a'`: the operators are/,
  "Slug contains 'a'": /^invalid operator at `contains 'a'`: config data is asked by path/,
  'Slug = x"': /^no operand found at `x"`: write a/,
  'Slug = x-1': /^no operand found at `x-1`: write a/,
  'Slug = x1': /^no operand found at `x1`: write a/,
  'Slug = x=': /^no operand found at `x=`: write a/,
  "Slug = 'a' and": /^invalid operator at ``: AND is written in upper case$/,
  "Slug = 'a' OR": /^invalid operator at ``: OR is not/,
  "Slug = 'a' ORder = 'b'": /^expected AND at `ORder = 'b'`/,
  "Slug = 'a' android = 'b'": /^expected AND at `android = 'b'`/,
  "Slug = 'a' \n": /^expected AND at `\n`/,
  "Conflicts.Reason = 'a'": /^unknown attribute `Conflicts\.Reason` of Unit/,
  "Labels = 'a'":
    /^Labels is a map of strings: ask for one of its keys \(Labels\.key\), LEN\(Labels\) or Labels \? 'key'$/,
  'Slug = 5': /^invalid literal `5` for Slug: it takes a 'string'$/,
  "HeadRevisionNum = '5'": /^invalid literal `'5'` for HeadRevisionNum: it takes an integer without quotes$/,
  "ApplyGates.x = 'true'":
    /^invalid literal `'true'` for ApplyGates\.x: it takes true or false without quotes$/,
  "UnitID = 'abc'": /^invalid literal `'abc'` for UnitID: it takes a UUID in quotes, as in /,
  "UnitID = ''": /^invalid literal `''` for UnitID/,
  "CreatedAt > 'yesterday'":
    /^invalid literal `'yesterday'` for CreatedAt: it takes a time in quotes, as in '2025-02-18T23:16:34'$/,
  "CreatedAt > '2025-13-45'": /^invalid literal `'2025-13-45'` for CreatedAt/,
  "HeadRevisionNum IN (1, 'a')": /^invalid literal `'a'` for HeadRevisionNum/,
  "HeadRevisionNum LIKE 'x'": /^invalid literal `'x'` for HeadRevisionNum/,
  'HeadRevisionNum LIKE 5': /^operator `LIKE` is not for HeadRevisionNum, which is an integer$/,
  [`UnitID > '${ID}'`]: /^operator `>` is not for UnitID, which is a UUID$/,
  [`UnitID LIKE '${ID}'`]: /^operator `LIKE` is not for UnitID, which is a UUID$/,
  'Slug = HeadRevisionNum': /^operator `=` cannot compare Slug \(string\) with HeadRevisionNum \(int\)$/,
  'UnitID > UpstreamUnitID': /^operator `>` cannot compare UnitID \(uuid\) with UpstreamUnitID \(uuid\)$/,
  'ApplyGates.x > ApplyGates.y':
    /^operator `>` cannot compare ApplyGates\.x \(bool\) with ApplyGates\.y \(bool\)$/,
  'Slug LIKE DisplayName': /^operator `LIKE` cannot compare Slug \(string\) with DisplayName \(string\)$/,
  'Labels = Annotations': /^Labels is a map of strings/,
  'Slug = Nope': /^unknown attribute `Nope` of Unit/,
  'Slug IS TRUE': /^IS TRUE is not for Slug, which is a string$/,
  'LEN(Slug) > 1': /^LEN is for maps and lists; Slug is a string$/,
  "LEN(Labels) = 'a'": /^LEN\(Labels\) is compared with an integer, as in > 0$/,
  'LEN(Labels) LIKE 1': /^LEN\(Labels\) is compared with an integer, as in > 0$/,
  'LEN(Labels > 1': /^expected \) at `> 1`: LEN\(Labels\) lacks its closing parenthesis$/,
  'LEN(> 1': /^invalid path at `> 1`: LEN takes the name of an attribute, as in LEN\(Labels\)$/,
  'LEN(Labels)': /^invalid operator at ``/,
  "Slug ? 'a'": /^operator `\?` asks a map or list for a 'string'; Slug is a string$/,
  'Labels ? 5': /^operator `\?` asks a map or list for a 'string'; Labels is a map of strings$/,
  "Slug ~ '('": /^invalid regular expression `\(`: /,
  [`Slug ~ '${'a'.repeat(1001)}'`]: /^the pattern has 1001 characters, at most 1000 are taken$/,
  [`Slug LIKE '${'a'.repeat(1001)}'`]: /^the pattern has 1001 characters, at most 1000 are taken$/,
};

describe('where', () => {
  for (const expression of yes) {
    it(`matches: ${expression}`, () => assert.equal(compileWhere('Unit', expression)(row), true));
  }
  for (const expression of no) {
    it(`does not match: ${expression}`, () => assert.equal(compileWhere('Unit', expression)(row), false));
  }
  for (const [expression, message] of Object.entries(refused)) {
    it(`refuses: ${expression.slice(0, 60)}`, () => {
      assert.throws(
        () => compileWhere('Unit', expression),
        (error) =>
          error instanceof QueryError &&
          error.status === 400 &&
          error.name === 'QueryError' &&
          message.test(error.message),
      );
    });
  }

  it('asks maps by UUID', () => {
    const tagged = { Revision: { Tags: { [ID]: 'start' } } };
    assert.equal(compileWhere('Revision', `Tags ? '${ID}'`)(tagged), true);
    assert.equal(compileWhere('Revision', `Tags.${ID} = 'start'`)(tagged), true);
    assert.equal(compileWhere('Revision', `Tags.${OTHER} = 'start'`)(tagged), false);
  });

  it('compares UUIDs whatever their case', () => {
    const upper = { Unit: { UnitID: 'AAAAAAAA-2222-3333-4444-555555555555' } };
    assert.equal(compileWhere('Unit', "UnitID = 'aaaaaaaa-2222-3333-4444-555555555555'")(upper), true);
  });

  it('takes times without zone as UTC, wherever the hub runs', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      const at = (CreatedAt: string): ExtendedRow => ({ Unit: { CreatedAt } });
      assert.equal(
        compileWhere('Unit', "CreatedAt = '2025-02-18T23:16:34'")(at('2025-02-18T23:16:34Z')),
        true,
      );
      assert.equal(compileWhere('Unit', "CreatedAt = '2025-02-18'")(at('2025-02-18T00:00:00Z')), true);
      assert.equal(
        compileWhere('Unit', "CreatedAt = '2025-02-18T18:16:34-05:00'")(at('2025-02-18T23:16:34Z')),
        true,
      );
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('takes patterns up to a thousand characters', () => {
    assert.equal(compileWhere('Unit', `Slug LIKE '${'a'.repeat(1000)}'`)(row), false);
  });

  it('asks each entity for its own attributes', () => {
    assert.equal(compileWhere('Trigger', 'Disabled = false')(row), true);
    assert.equal(compileWhere('Trigger', 'Disabled IS FALSE')(row), true);
    assert.throws(
      () => compileWhere('Space', 'HeadRevisionNum = 1'),
      /^QueryError: unknown attribute `HeadRevisionNum` of Space/,
    );
  });

  it('knows for every entity its common attributes and, but for those outside, its space', () => {
    const kinds: EntityKind[] = [
      'Space',
      'Unit',
      'Revision',
      'Mutation',
      'Link',
      'Target',
      'BridgeWorker',
      'UnitEvent',
      'QueuedOperation',
      'ChangeSet',
      'Tag',
      'Filter',
      'Trigger',
      'View',
    ];
    for (const kind of kinds) {
      const expression = `Slug = 'a' AND SpaceID = '${ID}' AND Labels.x = 'y' AND OrganizationID = '${ID}' AND CreatedAt < UpdatedAt`;
      assert.equal(compileWhere(kind, expression)({}), false, kind);
    }
    assert.throws(() => compileWhere('User', `SpaceID = '${ID}'`), QueryError);
  });

  it('does not hang on a pattern that would make others hang', () => {
    const text = { Unit: { Slug: 'a'.repeat(50_000) } };
    assert.equal(compileWhere('Unit', "Slug ~ '(a+)+b$'")(text), false);
    assert.equal(compileWhere('Unit', "Slug LIKE '%a%a%a%a%a%a%b'")(text), false);
  });
});

describe('contains', () => {
  for (const [text, expected] of Object.entries({
    TRADE: true,
    'trade service': true,
    backend: true,
    TIER: true,
    'kubernetes.io': true,
    placeholders: true,
    nothing: false,
    [ID]: false,
    'traderx-prod': false,
  })) {
    it(`${expected ? 'finds' : 'does not find'} ${text}`, () =>
      assert.equal(compileContains('Unit', text)(row), expected));
  }

  it('finds nothing in a row without the entity', () =>
    assert.equal(compileContains('Unit', 'a')({}), false));
});
