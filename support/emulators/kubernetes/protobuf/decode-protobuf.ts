import { definitionFor } from '../resources/lookup';
import { memberType, shapeOf } from '../schema/schema';
import type { FieldType, ScalarType } from '../schema/types';
import { badRequest } from '../status/refusals';
import type { Json } from '../store/kube-object';
import { bytesOf, numberOf, WireError, wireFields } from './wire';

type Members = { [field: string]: Json };

const MAGIC = Buffer.from('k8s\0');
const DEEPEST = 100;
let numbers: Record<string, Record<string, string>> | undefined;

const OTHER_TYPES: Record<string, FieldType> = {
  DeleteOptions: '#meta.v1.DeleteOptions',
  Scale: '#autoscaling.v1.Scale',
  TokenRequest: '#authentication.v1.TokenRequest',
};

/**
 * Reads an object in the API's protobuf form, which `kubectl create` sends, into what its JSON form would be.
 *
 * @throws ApiError 400
 */
export function decodeProtobuf(body: Buffer): Json {
  if (!body.subarray(0, 4).equals(MAGIC))
    throw badRequest('provided data does not appear to be a protobuf message');
  try {
    const envelope = body.subarray(4);
    const about = bytesOf(envelope, 1);
    const apiVersion = bytesOf(about, 1).toString();
    const kind = bytesOf(about, 2).toString();
    const type = definitionFor(apiVersion, kind)?.type ?? OTHER_TYPES[kind];
    if (!type)
      throw badRequest(
        `no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)}`,
      );
    return { ...(readMessage(bytesOf(envelope, 2), type, 0) as Members), apiVersion, kind };
  } catch (error) {
    if (error instanceof WireError) throw badRequest(`the protobuf message cannot be read: ${error.message}`);
    throw error;
  }
}

function fieldNumbers(struct: string): Record<string, string> {
  numbers ??= require('./field-numbers.json') as Record<string, Record<string, string>>;
  return numbers[struct] ?? {};
}

function readMessage(message: Buffer, type: FieldType, depth: number): Json {
  if (depth > DEEPEST) throw new WireError(`it is deeper than ${DEEPEST} messages`);
  const shape = shapeOf(type);
  const result: Members = {};
  if (shape.is === 'struct') readFields(message, shape.name, type, result, depth);
  return result;
}

function readFields(message: Buffer, struct: string, type: FieldType, result: Members, depth: number): void {
  const names = fieldNumbers(struct);
  for (const { number, value } of wireFields(message)) {
    const name = names[number];
    if (name === undefined) continue;
    if (name.startsWith('+')) {
      if (typeof value !== 'bigint') readFields(value, name.slice(1), type, result, depth + 1);
      continue;
    }
    const fieldType = memberType(shapeOf(type), name);
    if (fieldType) addField(result, name, fieldType, value, depth + 1);
  }
}

function addField(
  result: Members,
  name: string,
  type: FieldType,
  value: bigint | Buffer,
  depth: number,
): void {
  const shape = shapeOf(type);
  if (shape.is === 'list') {
    const items = (result[name] ?? []) as Json[];
    const item = readValue(value, shape.list.list, depth);
    result[name] = item === undefined ? items : [...items, item];
  } else if (shape.is === 'map') {
    if (typeof value === 'bigint') throw new WireError(`${name} is a number`);
    const entry = readValue(bytesOf(value, 2), shape.map.map, depth);
    const entries = (result[name] ?? {}) as Members;
    result[name] = Object.assign(entries, { [bytesOf(value, 1).toString()]: entry ?? '' });
  } else {
    const read = readValue(value, type, depth);
    if (read !== undefined) result[name] = read;
  }
}

function readValue(value: bigint | Buffer, type: FieldType, depth: number): Json | undefined {
  const shape = shapeOf(type);
  if (shape.is === 'scalar') return readScalar(value, shape.scalar);
  if (typeof value === 'bigint') throw new WireError('a number stands where a message should');
  return readMessage(value, type, depth);
}

function readScalar(value: bigint | Buffer, scalar: ScalarType): Json | undefined {
  if (typeof value === 'bigint') {
    if (scalar === 'boolean') return value !== 0n;
    if (scalar === 'int32' || scalar === 'int64' || scalar === 'number') return Number(value);
    throw new WireError(`a number stands where ${scalar} should`);
  }
  switch (scalar) {
    case 'string':
      return value.toString();
    case 'bytes':
      return value.toString('base64');
    case 'quantity':
      return bytesOf(value, 1).toString();
    case 'time': {
      const seconds = numberOf(value, 1);
      return value.length === 0 ? undefined : `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
    }
    case 'intOrString':
      return numberOf(value, 1) === 0 ? numberOf(value, 2) : bytesOf(value, 3).toString();
    case 'any':
      return readJson(bytesOf(value, 1));
    default:
      throw new WireError(`bytes stand where ${scalar} should`);
  }
}

function readJson(bytes: Buffer): Json | undefined {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString()) as Json;
  } catch {
    throw new WireError('it holds JSON that cannot be read');
  }
}
