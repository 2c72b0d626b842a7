/**
 * Writes `field-numbers.json` from Kubernetes's published protobuf definitions, for the types in `description.json`:
 * `ts-node extract.ts GENERATED_PROTO...` with the `generated.proto` of each API group and of meta/v1 (v1.37.2,
 * Apache-2.0). A field that stands for the fields of another message (`handler` of a probe) begins with `+`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allStructs } from '../schema/schema';

interface Field {
  number: string;
  name: string;
  type: string;
}

const messages = new Map<string, Field[]>();

function readProto(file: string): void {
  const text = readFileSync(file, 'utf8');
  const packageName = /^package (.*);$/m.exec(text)?.[1] ?? '';
  const home = packageName.replace('k8s.io.api.', '').replace('k8s.io.apimachinery.pkg.apis.', '');
  for (const [, name, body = ''] of text.matchAll(/^message (\w+) \{\n(.*?)^\}/gms)) {
    const fields = [...body.matchAll(/^ {2}(?:optional |repeated )?(map<[^>]+>|[\w.]+) (\w+) = (\d+);/gm)];
    messages.set(
      `${home}.${name}`,
      fields.map(([, type = '', field = '', number = '']) => ({
        number,
        name: field,
        type: typeName(type, home),
      })),
    );
  }
}

function typeName(type: string, home: string): string {
  const short = type.replace(/^\.?k8s\.io\.(api|apimachinery\.pkg\.apis)\./, '');
  return short.includes('.') ? short : `${home}.${short}`;
}

const numbers: Record<string, Record<string, string>> = {};

function add(name: string, known: ReadonlySet<string>): void {
  if (numbers[name]) return;
  const fields = messages.get(name);
  if (!fields) return;
  const entries: Record<string, string> = {};
  numbers[name] = entries;
  for (const field of fields) {
    if (known.has(field.name)) entries[field.number] = field.name;
    else if (messages.has(field.type)) {
      entries[field.number] = `+${field.type}`;
      add(field.type, known);
    }
  }
}

process.argv.slice(2).forEach(readProto);
for (const [name, struct] of Object.entries(allStructs())) add(name, new Set(Object.keys(struct.fields)));
const lines = Object.entries(numbers).map(
  ([name, fields]) => `${JSON.stringify(name)}:${JSON.stringify(fields)}`,
);
writeFileSync(join(__dirname, 'field-numbers.json'), `{\n${lines.sort().join(',\n')}\n}\n`);
