import type { Hub } from '../hub';
import type { Credential } from '../sign-in/credentials';
import { nameKey } from '../store/tables';
import type { Organization } from './model';

/** Makes, once, the organization and user of each credential; a new organization has a space `default`. */
export function setUpOrganizations(hub: Hub): void {
  hub.database.transact(() => {
    for (const credential of hub.credentials) setUp(hub, credential);
  });
}

function setUp(hub: Hub, credential: Credential): void {
  const { organizations, users } = hub.database.tables;
  const organization =
    organizations.by('slug', credential.organization)[0] ?? create(hub, credential.organization);
  if (users.count('name', nameKey(organization.OrganizationID, credential.user)) > 0) return;
  const id = hub.ids();
  hub.database.put('users', {
    UserID: id,
    OrganizationID: organization.OrganizationID,
    CreatedAt: hub.now(),
    UpdatedAt: hub.now(),
    Version: 1,
    Slug: credential.user,
    Username: credential.user,
    DisplayName: credential.user,
    ExternalID: `user_${id}`,
  });
}

function create(hub: Hub, slug: string): Organization {
  const id = hub.ids();
  const named = { CreatedAt: hub.now(), UpdatedAt: hub.now(), Version: 1, Labels: {}, Annotations: {} };
  const organization = {
    ...named,
    OrganizationID: id,
    Slug: slug,
    DisplayName: slug,
    ExternalID: `org_${id}`,
  };
  hub.database.put('organizations', organization);
  hub.database.put('spaces', {
    ...named,
    OrganizationID: id,
    SpaceID: hub.ids(),
    Slug: 'default',
    DisplayName: 'default',
  });
  return organization;
}
