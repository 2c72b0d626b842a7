import type { ScalarNode, ScalarValue } from './tree';

/** Words and shapes that some YAML reader takes for something else than a string (YAML 1.1 included). */
const OTHER_TYPE =
  /^(?:true|false|null|yes|no|on|off|y|n|~|[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d+)(?:e[-+]?\d+)?|0x[\da-f]+|0o?[0-7]+|[-+]?\.inf|\.nan|\d+(?::[0-5]?\d)+|\d{4}-\d\d?-\d\d?.*)$/i;
const PLAIN_START = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))/;

/**
 * A scalar with this value, written in the style of the one it replaces: quotes stay, plain stays plain while no
 * reader could take it for another type. `flow` forbids plain text with brackets and commas.
 */
export function scalar(value: ScalarValue, like?: ScalarNode, flow = false): ScalarNode {
  return {
    kind: 'scalar',
    value,
    source: typeof value === 'string' ? quoted(value, like, flow) : String(value),
  };
}

function quoted(value: string, like: ScalarNode | undefined, flow: boolean): string {
  const style = like?.source[0];
  if (hasControl(value)) return JSON.stringify(value);
  if (style === '"') return JSON.stringify(value);
  if (style === "'") return single(value);
  if (value === '' || OTHER_TYPE.test(value)) return JSON.stringify(value);
  return isPlain(value, flow) ? value : single(value);
}

function isPlain(value: string, flow: boolean): boolean {
  if (!PLAIN_START.test(value) || /\s$|:$|:\s|\s#/.test(value)) return false;
  return !flow || !/[,[\]{}]/.test(value);
}

function single(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function hasControl(value: string): boolean {
  for (const sign of value)
    if (sign < ' ' || sign === '\u007f' || (sign >= '\u0080' && sign < '\u00a0')) return true;
  return /[\u2028\u2029\ufeff]/.test(value);
}
