import type { Listable } from '../entities/definition';
import { byServer } from '../entities/fields';
import { choose } from '../entities/list';
import { toWire } from '../entities/wire';
import { notFound } from '../errors/api-error';
import type { Call, Route } from '../routing/route';
import type { User } from './model';

const USER: Listable<User> = {
  kind: 'User',
  fields: { UserID: byServer('uuid'), Username: byServer('text'), DisplayName: byServer('text') },
  relations: {},
};

/** Who asks, and the organization that this credential opens. */
export const organizationRoutes: Route[] = [
  { method: 'GET', path: '/api/me', handler: (call) => member(call, call.caller.user) },
  { method: 'GET', path: '/api/organization', handler: (call) => [own(call)] },
  { method: 'GET', path: '/api/organization/:organization_id', handler: one },
  { method: 'GET', path: '/api/organization/:organization_id/organization_member', handler: members },
  {
    method: 'GET',
    path: '/api/user',
    query: { where: 'string', contains: 'string' },
    handler: (call) => choose(call, USER, users(call)).map((row) => toWire('User', row)),
  },
  { method: 'GET', path: '/api/user/:user_id', handler: user },
];

function own(call: Call): object {
  return toWire('Organization', call.caller.organization);
}

function one(call: Call): object {
  if (call.params.organization_id !== call.caller.organization.OrganizationID)
    throw notFound(`organization ${call.params.organization_id} not found`);
  return own(call);
}

function users(call: Call): User[] {
  return call.hub.database.tables.users.by('organization', call.caller.organization.OrganizationID);
}

function members(call: Call): object[] {
  one(call);
  return users(call).map((row) => member(call, row));
}

function user(call: Call): object {
  const found = users(call).find((row) => row.UserID === call.params.user_id);
  if (!found) throw notFound(`user ${call.params.user_id} not found`);
  return toWire('User', found);
}

function member(call: Call, row: User): object {
  return {
    UserID: row.UserID,
    OrganizationID: row.OrganizationID,
    ExternalID: row.ExternalID,
    ExternalOrganizationID: call.caller.organization.ExternalID,
    Slug: row.Slug,
    DisplayName: row.DisplayName,
    Username: row.Username,
  };
}
