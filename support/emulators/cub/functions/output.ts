import { Failure } from '../failure';
import type { FunctionRow } from '../hub/entities';
import type { Invocation } from '../invocation';
import { toJson } from '../output/json';
import { line } from '../output/print';
import { table } from '../output/table';
import { decode } from '../units/details';

interface AttributeValue {
  Value: unknown;
  DataType?: string;
  Path?: string;
  ResourceName?: string;
  ResourceType?: string;
}

interface ValidationResult {
  Passed?: boolean;
  Index?: number;
  Details?: string[] | null;
  FailedAttributes?: AttributeValue[] | null;
}

/** Prints a row for each unit: success, changed config data, and the function's output. */
export function printRows(invocation: Invocation, rows: FunctionRow[]): void {
  const { flags, print } = invocation;
  const dataOnly = flags.on('data-only');
  const outputOnly = flags.on('output-only');
  const plain = !flags.on('quiet') && !outputOnly && !flags.on('output-values-only');
  for (const row of rows) {
    if (plain && !dataOnly) print.raw(table(summary(row)));
    if (dataOnly || (plain && (row.ConfigData ?? '') !== '' && (row.Mutators ?? []).length > 0)) {
      if (!dataOnly) print.raw('CONFIGDATA\n---------\n');
      print.say(decode(row.ConfigData));
    }
    const output = decode(row.Output);
    if ((outputOnly || (plain && !dataOnly)) && output !== '' && output.trim() !== 'null') {
      if (!outputOnly) print.raw('OUTPUT\n------\n');
      print.raw(flags.on('output-json') ? line(output) : outputText(row.OutputType ?? '', output));
    }
  }
}

function summary(row: FunctionRow): string[][] {
  const rows = [['SUCCESS', String(row.Success ?? false)]];
  if (row.Success !== true && row.Error !== undefined) {
    const more = row.Error.Details ?? [];
    rows.push(['ERROR', (row.Error.Message ?? '') + (more.length > 0 ? `: ${more.join('; ')}` : '')]);
  }
  return rows;
}

function attribute({
  Value,
  DataType = '',
  Path = '',
  ResourceName = '',
  ResourceType = '',
}: AttributeValue): string {
  return `${plainValue(Value)} ${DataType} ${Path} ${ResourceName} ${ResourceType}\n`;
}

function plainValue(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function validation(
  { Passed = false, Index = 0, Details, FailedAttributes }: ValidationResult,
  withIndex: boolean,
): string {
  const details = (Details ?? []).map((detail) => ` ${detail}`).join(',');
  const attributes = (FailedAttributes ?? []).map(attribute).join('');
  return `${Passed}${withIndex ? ` ${Index}` : ''}${details}\nAttributes:\n${attributes}`;
}

function outputText(type: string, output: string): string {
  const payload = JSON.parse(output) as unknown;
  switch (type) {
    case 'YAML':
      return line((payload as { Payload?: string }).Payload ?? '');
    case 'AttributeValueList':
      return (payload as AttributeValue[]).map(attribute).join('');
    case 'ValidationResult':
    case 'ValidationResultList':
      return Array.isArray(payload)
        ? (payload as ValidationResult[]).map((result) => validation(result, true)).join('')
        : validation(payload as ValidationResult, false);
    case 'ResourceInfoList':
      return (payload as AttributeValue[])
        .map(({ ResourceName, ResourceType }) => `${ResourceName} ${ResourceType}\n`)
        .join('');
    case 'ResourceList':
      return (payload as Array<AttributeValue & { ResourceBody?: string }>)
        .map(
          ({ ResourceName, ResourceType, ResourceBody }) =>
            `${ResourceName} ${ResourceType}:\n${line(ResourceBody ?? '')}`,
        )
        .join('');
    default:
      return line(toJson(payload));
  }
}

/** Prints only the values of a function that lists attributes. */
export function printValues({ print }: Invocation, output: string): void {
  const values = JSON.parse(output) as AttributeValue[];
  if (!Array.isArray(values)) {
    print.say(output);
    throw new Failure(
      'the output is no list of attribute values: Failed to decode output as AttributeValueList',
    );
  }
  for (const { Value } of values) print.raw(`${plainValue(Value)}\n`);
}
