const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${QUALIFIED})?`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const labelForm = whole(LABEL);
const label1035Form = whole(LABEL_1035);
const subdomainForm = whole(SUBDOMAIN);
const qualifiedForm = whole(QUALIFIED);
const labelValueForm = whole(LABEL_VALUE);

const tooLong = (limit: number): string => `must be no more than ${limit} characters`;
const examples = (names: string[], pattern: string): string =>
  `(e.g. ${names.map((name) => `'${name}'`).join(',  or ')}, regex used for validation is '${pattern}')`;

const SUBDOMAIN_RULE = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character ${examples(['example.com'], SUBDOMAIN)}`;
const LABEL_RULE = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character ${examples(['my-name', '123-abc'], LABEL)}`;
const LABEL_1035_RULE = `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character ${examples(['my-name', 'abc-123'], LABEL_1035)}`;
const QUALIFIED_RULE = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character ${examples(['MyName', 'my.name', '123-abc'], QUALIFIED)}`;
const LABEL_VALUE_RULE = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character ${examples(['MyValue', 'my_value', '12345'], LABEL_VALUE)}`;

function rules(value: string, limit: number, form: RegExp, rule: string): string[] {
  return [...(value.length > limit ? [tooLong(limit)] : []), ...(form.test(value) ? [] : [rule])];
}

/** What is wrong with a DNS subdomain (most names); empty when nothing is. */
export const subdomainProblems = (name: string): string[] => rules(name, 253, subdomainForm, SUBDOMAIN_RULE);

/** What is wrong with an RFC 1123 label (namespaces, containers, ports' owners). */
export const labelProblems = (name: string): string[] => rules(name, 63, labelForm, LABEL_RULE);

/** What is wrong with an RFC 1035 label (services). */
export const label1035Problems = (name: string): string[] => rules(name, 63, label1035Form, LABEL_1035_RULE);

/** What is wrong with a name that only has to fit into a path (RBAC). */
export function pathSegmentProblems(name: string): string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%']
    .filter((character) => name.includes(character))
    .map((character) => `may not contain '${character}'`);
}

/** What is wrong with a label's or annotation's key, `prefix/name`. */
export function qualifiedNameProblems(key: string): string[] {
  const parts = key.split('/');
  const name = parts.pop() ?? '';
  if (parts.length > 1) {
    return [
      `a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character ${examples(['MyName', 'my.name', '123-abc'], QUALIFIED)} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const [prefix] = parts;
  const prefixProblems =
    prefix === undefined
      ? []
      : prefix === ''
        ? ['prefix part must be non-empty']
        : subdomainProblems(prefix).map((problem) => `prefix part ${problem}`);
  if (name === '') return [...prefixProblems, 'name part must be non-empty', QUALIFIED_RULE];
  return [
    ...prefixProblems,
    ...(name.length > 63 ? [`name part ${tooLong(63)}`] : []),
    ...(qualifiedForm.test(name) ? [] : [QUALIFIED_RULE]),
  ];
}

/** What is wrong with a label's value. */
export const labelValueProblems = (value: string): string[] =>
  rules(value, 63, labelValueForm, LABEL_VALUE_RULE);
