import { qualifiedNameProblems } from '../resources/metadata/names';
import type { LabelSelector } from '../resources/model';

type Labels = Record<string, string>;

/** Whether labels fit a selector of the API (`matchLabels`, `matchExpressions`). */
export function matchesSelector(selector: LabelSelector, labels: Labels): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels ?? {}))
    if (labels[key] !== value) return false;
  return (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (operator === 'In') return value !== undefined && values.includes(value);
    if (operator === 'NotIn') return value === undefined || !values.includes(value);
    return operator === 'Exists' ? value !== undefined : value === undefined;
  });
}

/** A `labelSelector` parameter that makes no sense; the message is a sentence for the client. */
export class SelectorError extends Error {
  override name = 'SelectorError';
}

type Requirement = (labels: Labels) => boolean;

const SET_FORM = /^(\S+?)\s+(in|notin)\s*\(([^()]*)\)$/;

/**
 * Reads a `labelSelector` parameter: `app=x,tier!=y,env in (a,b),!legacy,owner`.
 *
 * @throws SelectorError
 */
export function parseLabelSelector(text: string): Requirement {
  const requirements = splitOutsideParentheses(text)
    .map((part) => part.trim())
    .filter((part, index, all) => part !== '' || all.length > 1 || index > 0)
    .map((part) => parseRequirement(part, text));
  return (labels) => requirements.every((fits) => fits(labels));
}

function parseRequirement(part: string, text: string): Requirement {
  const set = SET_FORM.exec(part);
  if (set) {
    const key = checkedKey(set[1] ?? '', text);
    const values = (set[3] ?? '').split(',').map((value) => value.trim());
    return set[2] === 'in'
      ? (labels) => values.includes(labelIn(labels, key) ?? '\0')
      : (labels) => !values.includes(labelIn(labels, key) ?? '\0');
  }
  const comparison = /^([^=!<>\s]+)\s*(==|=|!=)\s*([^=!<>\s]*)$/.exec(part);
  if (comparison) {
    const key = checkedKey(comparison[1] ?? '', text);
    const value = checkedValue(comparison[3] ?? '', text);
    return comparison[2] === '!='
      ? (labels) => labelIn(labels, key) !== value
      : (labels) => labelIn(labels, key) === value;
  }
  const exists = /^(!?)\s*([^\s=!<>()]+)$/.exec(part);
  if (!exists)
    throw new SelectorError(
      `unable to parse requirement: found '${part}', expected: ',' or a comparison in "${text}"`,
    );
  const key = checkedKey(exists[2] ?? '', text);
  return exists[1]
    ? (labels) => labelIn(labels, key) === undefined
    : (labels) => labelIn(labels, key) !== undefined;
}

const labelIn = (labels: Labels, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

function checkedKey(key: string, text: string): string {
  const [problem] = qualifiedNameProblems(key);
  if (problem)
    throw new SelectorError(
      `unable to parse requirement: <nil>: Invalid value: "${key}": ${problem} (in "${text}")`,
    );
  return key;
}

function checkedValue(value: string, text: string): string {
  if (value.length <= 63 && /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/.test(value)) return value;
  throw new SelectorError(
    `unable to parse requirement: values[0][${value}]: Invalid value: "${value}": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.' (in "${text}")`,
  );
}

function splitOutsideParentheses(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  if (depth !== 0)
    throw new SelectorError(`unable to parse requirement: parentheses do not match in "${text}"`);
  return parts;
}
