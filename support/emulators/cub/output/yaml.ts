type Node = unknown;

const PLAIN = /^[A-Za-z0-9_./][A-Za-z0-9_./:@%+=,(){}[\]&*!|>'"#?-]*(?: [A-Za-z0-9_./:@%+=,()-]+)*$/;
const RESERVED =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.?\d[\d_.]*(?:e[-+]?\d+)?|0[xo][\da-f]+|\.inf|\.nan|\d{4}-\d\d-\d\d.*)$/i;

function scalar(value: Node): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  if (value === '' || RESERVED.test(value) || /: |:$| #/.test(value) || !PLAIN.test(value))
    return JSON.stringify(value);
  return value;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** How deep what stands below a key is indented: to the next multiple of the step, as libyaml does. */
function deeper(indent: number, step: number): number {
  return step * Math.floor((indent + step) / step);
}

/** The lines of one value at an indent; a map or list begins on its own line. */
function lines(value: Node, indent: number, step: number): string[] {
  const pad = ' '.repeat(indent);
  if (value === null || typeof value !== 'object') return [pad + scalar(value)];
  if (isEmpty(value)) return [pad + (Array.isArray(value) ? '[]' : '{}')];
  if (Array.isArray(value)) {
    return value.flatMap((item: Node) => {
      const [first = '', ...rest] = lines(item, indent + 2, step);
      return [`${pad}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, child]) => [...member(pad + scalar(key), child, deeper(indent, step), step)]);
}

function member(key: string, child: Node, indent: number, step: number): string[] {
  if (typeof child === 'string' && child.includes('\n')) {
    const text = child.replace(/\n$/, '').split('\n');
    const pad = ' '.repeat(indent);
    return [
      `${key}: ${child.endsWith('\n') ? '|' : '|-'}`,
      ...text.map((line) => (line === '' ? '' : pad + line)),
    ];
  }
  const nested = child !== null && typeof child === 'object' && !isEmpty(child);
  return nested ? [`${key}:`, ...lines(child, indent, step)] : [`${key}: ${lines(child, 0, step)[0]}`];
}

/** YAML in block style with sorted keys, `step` spaces a level (lists are indented too), as Go's yaml.v3 writes maps. */
export function toYaml(value: Node, step = 4): string {
  return `${lines(value, 0, step).join('\n')}\n`;
}
