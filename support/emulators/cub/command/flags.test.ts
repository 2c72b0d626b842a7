import assert from 'node:assert/strict';
import { parseFlags } from './flags';
import type { Flag } from './spec';
import { flag } from './standard';

const KNOWN: readonly Flag[] = [
  flag.string('space', ''),
  flag.bool('wait', ''),
  flag.bool('unified', '', { short: 'u' }),
  flag.bool('color', '', { short: 'c' }),
  flag.list('label', ''),
  flag.string('namespace', '', { short: 'n' }),
  { name: 'replicas', kind: 'int', usage: '' },
];

const parse = (...tokens: string[]) => parseFlags(KNOWN, tokens);

describe('flags', () => {
  it('stand anywhere among the arguments', () => {
    const { flags, args } = parse('app', '--space', 's', 'file.yaml', '--wait');
    assert.deepEqual(args, ['app', 'file.yaml']);
    assert.equal(flags.text('space'), 's');
    assert.equal(flags.on('wait'), true);
  });

  it('end at a literal --', () => {
    assert.deepEqual(parse('fn', '--', '--param=value', '--space').args, ['fn', '--param=value', '--space']);
  });

  it('take their value from the next word, whatever it looks like, or after =', () => {
    assert.equal(parse('--space', '-1').flags.text('space'), '-1');
    assert.equal(parse('--space=a=b').flags.text('space'), 'a=b');
    assert.equal(parse('--space=').flags.text('space', 'fallback'), '');
  });

  it('can be short, joined, and carry a value', () => {
    const { flags } = parse('-uc', '-nhere');
    assert.deepEqual([flags.on('unified'), flags.on('color'), flags.text('namespace')], [true, true, 'here']);
    assert.equal(parse('-n', 'there').flags.text('namespace'), 'there');
    assert.equal(parse('-n=over').flags.text('namespace'), 'over');
  });

  it('can be repeated or comma-separated when they are lists', () => {
    assert.deepEqual(parse('--label', 'a=1,b=2', '--label=c=3').flags.list('label'), ['a=1', 'b=2', 'c=3']);
    assert.deepEqual(parse('--label', '"a,b",c').flags.list('label'), ['a,b', 'c']);
  });

  it('can be switched off', () => assert.equal(parse('--wait=false').flags.on('wait', true), false));

  it('keep a lone dash as an argument', () => assert.deepEqual(parse('app', '-').args, ['app', '-']));

  for (const [tokens, message] of [
    [['--nope'], 'unknown flag: --nope'],
    [['--nope=1'], 'unknown flag: --nope'],
    [['-o', 'json'], "unknown shorthand flag: 'o' in -o"],
    [['-uo'], "unknown shorthand flag: 'o' in -o"],
    [['--space'], 'flag needs an argument: --space'],
    [['-n'], "flag needs an argument: 'n' in -n"],
    [['--=x'], 'bad flag syntax: --=x'],
    [
      ['--wait=maybe'],
      'invalid argument "maybe" for "--wait" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    [
      ['--replicas', 'abc'],
      'invalid argument "abc" for "--replicas" flag: strconv.ParseInt: parsing "abc": invalid syntax',
    ],
    [
      ['-u=x'],
      'invalid argument "x" for "-u, --unified" flag: strconv.ParseBool: parsing "x": invalid syntax',
    ],
  ] as const) {
    it(`refuse ${tokens.join(' ')} in pflag's words`, () =>
      assert.throws(() => parse(...tokens), { message }));
  }
});
