import assert from 'node:assert/strict';
import type { Status } from '../status/api-error';
import { TestCluster } from '../testing/cluster';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const NS = '/api/v1/namespaces/default';

describe('who may do what', () => {
  let cluster: TestCluster;
  let robot: string;

  const bind = (name: string, role: string) =>
    cluster.ask('POST', `${RBAC}/namespaces/default/rolebindings`, {
      body: {
        metadata: { name },
        roleRef: { kind: 'ClusterRole', name: role },
        subjects: [{ kind: 'ServiceAccount', name: 'robot', namespace: 'default' }],
      },
    });
  const allowed = async (verb: string, resource: string, token: string) => {
    const spec = { resourceAttributes: { namespace: 'default', verb, resource } };
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const { body } = await cluster.ask<{ status: { allowed: boolean } }>('POST', path, {
      body: { spec },
      token,
    });
    return body.status.allowed;
  };

  before(async () => {
    cluster = await TestCluster.start();
  });
  beforeEach(async () => {
    await cluster.ask('POST', '/emulator/checkpoints/empty/restore');
    await cluster.ask('POST', `${NS}/serviceaccounts`, { body: { metadata: { name: 'robot' } } });
    const { body } = await cluster.ask<{ status: { token: string } }>(
      'POST',
      `${NS}/serviceaccounts/robot/token`,
      { body: {} },
    );
    robot = body.status.token;
  });
  after(() => cluster.stop());

  it('lets a service account do nothing by itself', async () => {
    const { status, body } = await cluster.ask<Status>('GET', `${NS}/pods`, { token: robot });
    assert.equal(status, 403);
    assert.equal(
      body.message,
      'pods is forbidden: User "system:serviceaccount:default:robot" cannot list resource "pods" in API group "" in the namespace "default"',
    );
    assert.equal(await allowed('list', 'pods', robot), false);
  });

  it('lets it do what a binding allows, in that namespace only', async () => {
    await bind('viewer', 'view');
    assert.equal((await cluster.ask('GET', `${NS}/pods`, { token: robot })).status, 200);
    assert.equal(await allowed('list', 'pods', robot), true);
    assert.equal(await allowed('create', 'pods', robot), false);
    assert.equal((await cluster.ask('GET', `${NS}/secrets`, { token: robot })).status, 403);
    assert.equal(
      (await cluster.ask('GET', '/api/v1/namespaces/kube-system/pods', { token: robot })).status,
      403,
    );
  });

  it('knows a token no more when its service account is gone', async () => {
    await cluster.ask('DELETE', `${NS}/serviceaccounts/robot`);
    assert.equal((await cluster.ask('GET', `${NS}/pods`, { token: robot })).status, 401);
  });

  it('tells everyone who they are', async () => {
    const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
    const { body } = await cluster.ask<{ status: { userInfo: { username: string } } }>('POST', path, {
      body: {},
      token: robot,
    });
    assert.equal(body.status.userInfo.username, 'system:serviceaccount:default:robot');
  });

  it('lets the administrator, and only the administrator, take the place of another', async () => {
    const headers = { 'impersonate-user': 'someone' };
    assert.equal((await cluster.ask('GET', `${NS}/pods`, { headers })).status, 403);
    const { body } = await cluster.ask<Status>('GET', '/version', { headers, token: robot });
    assert.match(body.message ?? '', /cannot impersonate resource "users"/);
  });

  it('tells health and version without a token, and nothing else', async () => {
    for (const path of ['/readyz', '/livez', '/healthz?verbose', '/version']) {
      assert.equal((await cluster.ask('GET', path, { token: null })).status, 200);
    }
    assert.equal((await cluster.ask('GET', '/api', { token: null })).status, 401);
  });

  it('keeps checkpoints to the administrator', async () => {
    await bind('admin', 'admin');
    assert.equal((await cluster.ask('GET', '/emulator/checkpoints', { token: robot })).status, 403);
  });
});
