/** What makes the small jq give up: the real one then runs the program, or tells what is wrong with it. */
export class BeyondSmallJq extends Error {}

export type Value = unknown;

/** A jq filter: from one input to any number of outputs. */
export type Filter = (input: Value) => Iterable<Value>;

/** Whether jq counts a value as true. */
export function isTrue(value: Value): boolean {
  return value !== null && value !== false;
}

export function isObject(value: Value): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys in the order that jq goes through them. */
export function sortedKeys(value: Record<string, Value>): string[] {
  return Object.keys(value).sort((left, right) => (left < right ? -1 : 1));
}

/** The one output of a filter; anything else is beyond this jq. */
export function single(filter: Filter, input: Value): Value {
  const outputs = [...filter(input)];
  if (outputs.length !== 1) throw new BeyondSmallJq();
  return outputs[0];
}
