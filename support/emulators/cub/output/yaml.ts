type Node = unknown;

const PLAIN = /^[A-Za-z0-9_./][A-Za-z0-9_./:@%+=,(){}[\]&*!|>'"#?-]*(?: [A-Za-z0-9_./:@%+=,()-]+)*$/;
const RESERVED =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*)(?:\.\d*)?(?:e[-+]?\d+)?|0[xo][\da-f]+|\.inf|\.nan|\d{4}-\d\d-\d\d.*)$/i;

function scalar(value: Node): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  if (value === '' || RESERVED.test(value) || /: |:$| #/.test(value) || !PLAIN.test(value))
    return JSON.stringify(value);
  return value;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** The lines of one value; a map or list begins on its own line. */
function lines(value: Node, step: number): string[] {
  const pad = ' '.repeat(step);
  if (value === null || typeof value !== 'object') return [scalar(value)];
  if (isEmpty(value)) return [Array.isArray(value) ? '[]' : '{}'];
  if (Array.isArray(value)) {
    return value.flatMap((item: Node) => {
      const [first = '', ...rest] = lines(item, step);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  }
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, child]) => {
      if (typeof child === 'string' && child.includes('\n')) {
        const chomp = child.endsWith('\n') ? '|' : '|-';
        const text = child.replace(/\n$/, '').split('\n');
        return [`${scalar(key)}: ${chomp}`, ...text.map((line) => (line === '' ? '' : pad + line))];
      }
      const block = lines(child, step);
      const nested = child !== null && typeof child === 'object' && !isEmpty(child);
      return nested
        ? [`${scalar(key)}:`, ...block.map((line) => pad + line)]
        : [`${scalar(key)}: ${block[0]}`];
    });
}

/** YAML in block style with sorted keys, `step` spaces a level (lists are indented too), as Go's yaml.v3 writes maps. */
export function toYaml(value: Node, step = 4): string {
  return `${lines(value, step).join('\n')}\n`;
}
