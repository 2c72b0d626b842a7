import { alterQuery, type Exchange, query, type Reply } from '../interceptor/exchange';
import type { Server } from '../server';

/** A unit as the hub writes it; config data is base64. */
export interface WireUnit {
  UnitID: string;
  SpaceID: string;
  Slug: string;
  Data: string;
  HeadRevisionNum: number;
  LiveRevisionNum: number;
  UpstreamUnitID?: string | null;
}

/** A row of a list of units, or of what a bulk change answers. */
export interface UnitRow {
  Unit: WireUnit;
  Space?: { Slug: string };
}

/** What a function is asked to do. */
export interface Invocation {
  FunctionInvocations: Array<{ FunctionName: string; Arguments: Array<{ Value: unknown }> }>;
  ChangeDescription?: string;
}

/** The rows of a JSON answer. */
export function rowsOf<T>(reply: Reply): T[] {
  return JSON.parse(reply.body) as T[];
}

/** Alters the JSON body of a request. */
export function alterBody<T>(exchange: Exchange, alter: (body: T) => void): void {
  const body = JSON.parse(exchange.body) as T;
  alter(body);
  exchange.body = JSON.stringify(body);
}

/** Adds a condition to the ones that choose units. */
export function narrow(exchange: Exchange, condition: string): void {
  alterQuery(exchange, (parameters) =>
    parameters.set('where', [parameters.get('where'), condition].filter(Boolean).join(' AND ')),
  );
}

/** Whether an upgrade is asked for that shall really happen. */
export function isUpgrade(exchange: Exchange): boolean {
  return query(exchange).get('upgrade') === 'true' && query(exchange).get('dry_run') !== 'true';
}

/** Asks the hub for units over all spaces. */
export function unitsWhere(server: Server, exchange: Exchange, where: string): Promise<UnitRow[]> {
  return server.ask(exchange, 'GET', `/api/unit?include=SpaceID&where=${encodeURIComponent(where)}`);
}

/** Asks the hub for one service in one space. */
export async function serviceIn(
  server: Server,
  exchange: Exchange,
  space: string,
  slug: string,
): Promise<WireUnit> {
  const [row] = await unitsWhere(server, exchange, `Slug = '${slug}' AND Space.Slug = '${space}'`);
  if (!row) throw new RangeError(`there is no ${slug} in ${space}`);
  return row.Unit;
}

/** Gives a unit other config data: a revision that nobody asked for. */
export async function rewrite(
  server: Server,
  exchange: Exchange,
  { SpaceID, UnitID }: Pick<WireUnit, 'SpaceID' | 'UnitID'>,
  data: string,
): Promise<void> {
  await server.ask(exchange, 'PATCH', `/api/space/${SpaceID}/unit/${UnitID}`, { Data: base64(data) });
}

/** Calls a function on units over all spaces. */
export async function invoke(
  server: Server,
  exchange: Exchange,
  where: string,
  body: Invocation,
): Promise<void> {
  await server.ask(exchange, 'POST', `/api/function/invoke?where=${encodeURIComponent(where)}`, {
    CastStringArgsToScalars: true,
    ...body,
  });
}

export function text(data: string): string {
  return Buffer.from(data, 'base64').toString('utf8');
}

export function base64(data: string): string {
  return Buffer.from(data).toString('base64');
}

/** Config data without its comments. */
export function withoutComments(data: string): string {
  return data.replaceAll(/^#.*\n| +#.*$/gm, '');
}
