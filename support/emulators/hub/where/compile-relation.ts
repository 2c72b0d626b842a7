import type { Attribute } from './attribute';
import { convertLiteral, normalized } from './convert';
import { type ExtendedRow, QueryError } from './model';
import { type Comparable, comparison, listTest, patternTest, type ValueType } from './operators';
import type { Relation } from './parse-relation';

type Check = (row: ExtendedRow) => boolean;
type Find = (name: string) => Attribute;

/** Turns a condition into a check of rows. Throws QueryError when operator, literal and attribute do not fit. */
export function compileRelation(relation: Relation, find: Find): Check {
  const attribute = find(relation.attribute);
  switch (relation.kind) {
    case 'is':
      return nullTest(attribute, relation);
    case 'length':
      return lengthTest(attribute, relation);
    case 'holds':
      return holdsTest(attribute, relation);
    case 'attributes':
      return attributeTest(attribute, find(relation.other), relation.operator);
    case 'list': {
      const type = single(attribute);
      const list = relation.list.map((literal) => convertLiteral(attribute.name, type, literal));
      return valueTest(attribute, listTest(relation.operator, list));
    }
    case 'literal': {
      const value = convertLiteral(attribute.name, single(attribute), relation.literal);
      return valueTest(attribute, literalTest(attribute, relation.operator, value));
    }
  }
}

function literalTest(
  attribute: Attribute,
  operator: string,
  literal: Comparable,
): (value: Comparable) => boolean {
  const type = single(attribute);
  const compare = comparison(operator, type);
  if (compare) return (value) => compare(value, literal);
  const pattern =
    type === 'string' && typeof literal === 'string' ? patternTest(operator, literal) : undefined;
  if (pattern) return (value) => pattern(String(value));
  throw new QueryError(`operator \`${operator}\` is not for ${attribute.name}, which is ${described(type)}`);
}

/** An absent value matches nothing; of several values (a list of records) one must match. */
function valueTest(attribute: Attribute, test: (value: Comparable) => boolean): Check {
  const type = single(attribute);
  return (row) => {
    const found = attribute.read(row);
    const values = Array.isArray(found) ? found : [found];
    return values.some((value) => value !== undefined && test(normalized(type, value)));
  };
}

function attributeTest(attribute: Attribute, other: Attribute, operator: string): Check {
  const compare = comparison(operator, single(attribute));
  if (attribute.type !== other.type || !compare) {
    throw new QueryError(
      `operator \`${operator}\` cannot compare ${attribute.name} (${attribute.type}) with ${other.name} (${other.type})`,
    );
  }
  const type = single(attribute);
  return (row) => {
    const [left, right] = [attribute.read(row), other.read(row)];
    return (
      left !== undefined && right !== undefined && compare(normalized(type, left), normalized(type, right))
    );
  };
}

function nullTest(attribute: Attribute, { not, what }: Extract<Relation, { kind: 'is' }>): Check {
  if (what !== 'NULL' && attribute.type !== 'bool') {
    throw new QueryError(`IS ${what} is not for ${attribute.name}, which is ${described(attribute.type)}`);
  }
  const wanted = what === 'NULL' ? undefined : what === 'TRUE';
  return (row) => (attribute.read(row) === wanted) !== not;
}

function lengthTest(
  attribute: Attribute,
  { operator, literal }: Extract<Relation, { kind: 'length' }>,
): Check {
  const compare = comparison(operator, 'int');
  if (!/(?:Map|List)$/.test(attribute.type)) {
    throw new QueryError(`LEN is for maps and lists; ${attribute.name} is ${described(attribute.type)}`);
  }
  if (!compare || literal.type !== 'int')
    throw new QueryError(`LEN(${attribute.name}) is compared with an integer, as in > 0`);
  return (row) => compare(Object.keys((attribute.read(row) ?? {}) as object).length, literal.value);
}

function holdsTest(attribute: Attribute, { literal }: Extract<Relation, { kind: 'holds' }>): Check {
  if (!/(?:Map|List)$/.test(attribute.type) || literal.type !== 'string') {
    throw new QueryError(
      `operator \`?\` asks a map or list for a 'string'; ${attribute.name} is ${described(attribute.type)}`,
    );
  }
  return (row) => {
    const value = attribute.read(row) ?? {};
    return Array.isArray(value)
      ? value.includes(literal.value)
      : Object.hasOwn(value as object, literal.value);
  };
}

function single({ name, type }: Attribute): ValueType {
  if (type === 'string' || type === 'int' || type === 'bool' || type === 'uuid' || type === 'time')
    return type;
  throw new QueryError(
    `${name} is ${described(type)}: ask for one of its keys (${name}.key), LEN(${name}) or ${name} ? 'key'`,
  );
}

const DESCRIPTIONS: Record<Attribute['type'], string> = {
  string: 'a string',
  int: 'an integer',
  bool: 'true or false',
  uuid: 'a UUID',
  time: 'a time',
  stringMap: 'a map of strings',
  boolMap: 'a map of true and false',
  uuidMap: 'a map by UUID',
  uuidList: 'a list of UUIDs',
  recordList: 'a list of records',
};

function described(type: Attribute['type']): string {
  return DESCRIPTIONS[type];
}
