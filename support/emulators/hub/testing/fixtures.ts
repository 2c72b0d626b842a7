import type { Space } from '../spaces/model';
import type { Unit } from '../units/model';
import type { HubUnderTest } from './hub-under-test';

/** A row of a bulk answer. */
export interface BulkRow {
  Unit?: Unit;
  Error?: { Message: string; Status: number };
  Message?: string;
}

/** A Deployment in a namespace that a link can fill in. */
export const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: trade-service
  namespace: confighubplaceholder
spec:
  replicas: 1 # scale
  template:
    spec:
      containers:
        - name: trade-service
          image: ts:v1
          env:
            - name: ALGORITHM
              value: "v1"
`;

/** A Namespace of the given name. */
export function namespaceYaml(name: string): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;
}

export function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** The config data of a unit as the hub answered it. */
export function dataOf(unit: Unit): string {
  return Buffer.from(unit.Data, 'base64').toString();
}

export function makeSpace(hub: HubUnderTest, Slug: string): Promise<Space> {
  return hub.do<Space>('POST', '/space', { Slug });
}

export function makeUnit(hub: HubUnderTest, space: Space, Slug: string, data = DEPLOYMENT): Promise<Unit> {
  return hub.do<Unit>('POST', `/space/${space.SpaceID}/unit`, { Slug, Data: encode(data) });
}

export function makeClone(
  hub: HubUnderTest,
  space: Space,
  upstream: Unit,
  Slug = upstream.Slug,
): Promise<Unit> {
  const query = `upstream_space_id=${upstream.SpaceID}&upstream_unit_id=${upstream.UnitID}`;
  return hub.do<Unit>('POST', `/space/${space.SpaceID}/unit?${query}`, { Slug });
}

/** Reads a unit again. */
export async function readUnit(hub: HubUnderTest, unit: Unit): Promise<Unit> {
  return (await hub.do<{ Unit: Unit }>('GET', unitPath(unit))).Unit;
}

export function unitPath(unit: Unit): string {
  return `/space/${unit.SpaceID}/unit/${unit.UnitID}`;
}

/** A `where` for a query. */
export function where(expression: string): string {
  return `where=${encodeURIComponent(expression)}`;
}

/** The body of a function call with texts as arguments, as `cub` sends it. */
export function call(FunctionName: string, ...values: string[]): object {
  const Arguments = values.map((Value) => ({ Value }));
  return { FunctionInvocations: [{ FunctionName, Arguments }], CastStringArgsToScalars: true };
}

/** Runs a function on one unit. */
export function invoke(hub: HubUnderTest, unit: Unit, name: string, ...values: string[]): Promise<unknown> {
  return hub.do(
    'POST',
    `/space/${unit.SpaceID}/function/invoke?unit_id=${unit.UnitID}`,
    call(name, ...values),
  );
}
