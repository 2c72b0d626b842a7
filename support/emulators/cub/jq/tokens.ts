export interface Token {
  kind: 'field' | 'name' | 'number' | 'string' | 'format' | 'sign';
  text: string;
}

const PATTERNS: ReadonlyArray<[Token['kind'], RegExp]> = [
  ['field', /^\.[A-Za-z_]\w*/],
  ['name', /^[A-Za-z_]\w*/],
  ['format', /^@[A-Za-z]\w*/],
  ['number', /^\d+(?:\.\d+)?/],
  ['string', /^"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/],
  ['sign', /^(?:\/\/(?!=)|==|!=|<=|>=|[|,.[\]{}():;?<>](?![=|]))/],
];

/** The tokens of a jq program, or undefined when it has any that the small jq does not know. */
export function tokenize(program: string): Token[] | undefined {
  const tokens: Token[] = [];
  let rest = program.trimStart();
  while (rest !== '') {
    const found = PATTERNS.map(([kind, pattern]) => ({ kind, text: pattern.exec(rest)?.[0] })).find(
      ({ text }) => text !== undefined,
    );
    if (found?.text === undefined) return undefined;
    tokens.push({ kind: found.kind, text: found.text });
    rest = rest.slice(found.text.length).trimStart();
  }
  return tokens;
}
