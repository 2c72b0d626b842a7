import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { TestCluster } from './testing/cluster';
import { deployment } from './testing/deployment';
import { hasKubectl, kubectl } from './testing/kubectl';

const NAMESPACE = 'shop';

/** A manifest as a user keeps it, on standard input. */
const manifest = (...objects: object[]): string => objects.map((object) => stringify(object)).join('---\n');
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
};

describe('kubectl', function () {
  this.timeout(60_000);
  let cluster: TestCluster;

  const run = async (line: string, input = '') => {
    const said = await kubectl(cluster.kubeconfig, ['--namespace', NAMESPACE, ...line.split(' ')], input);
    assert.equal(said.code, 0, `kubectl ${line}: ${said.err}${said.out}`);
    return said.out;
  };
  const refused = async (line: string, input = '') => {
    const said = await kubectl(cluster.kubeconfig, ['--namespace', NAMESPACE, ...line.split(' ')], input);
    assert.equal(said.code, 1, `kubectl ${line}: ${said.out}`);
    return said.err;
  };

  before(async function () {
    if (!hasKubectl()) {
      console.log('      kubectl is not on the PATH: these tests are skipped');
      this.skip();
    }
    cluster = await TestCluster.start();
  });
  beforeEach(async () => {
    await cluster.ask('POST', '/emulator/checkpoints/empty/restore');
    await run('create namespace shop');
  });
  after(() => cluster?.stop());

  const web = (replicas: number, container: object = {}) =>
    manifest(deployment('web', { replicas }, container), service);
  const deployed = async () => {
    await run('apply -f -', web(3));
    await run('rollout status deployment/web --timeout=20s');
  };

  it('applies, says unchanged, shows a diff, and configures', async () => {
    assert.equal(await run('apply -f -', web(2)), 'deployment.apps/web created\nservice/web created\n');
    assert.equal(await run('apply -f -', web(2)), 'deployment.apps/web unchanged\nservice/web unchanged\n');
    const difference = await kubectl(cluster.kubeconfig, ['-n', NAMESPACE, 'diff', '-f', '-'], web(3));
    assert.equal(difference.code, 1);
    assert.match(difference.out, /-\s+replicas: 2\n\+\s+replicas: 3/);
    assert.equal(await run('apply -f -', web(3)), 'deployment.apps/web configured\nservice/web unchanged\n');
  });

  it('removes from a list what the manifest drops', async () => {
    await run(
      'apply -f -',
      web(1, {
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      }),
    );
    await run('apply -f -', web(1, { env: [{ name: 'B', value: '3' }] }));
    const env = await run('get deployment web -o jsonpath={.spec.template.spec.containers[0].env}');
    assert.deepEqual(JSON.parse(env), [{ name: 'B', value: '3' }]);
  });

  it('applies on the server, tells conflicts, and takes over by force', async () => {
    assert.match(await run('apply --server-side -f -', web(2)), /deployment.apps\/web serverside-applied/);
    const conflict = await refused('apply --server-side --field-manager=other -f -', web(4));
    assert.match(conflict, /Apply failed with 1 conflict: conflict with "kubectl": \.spec\.replicas/);
    await run('apply --server-side --field-manager=other --force-conflicts -f -', web(4));
    assert.equal(await run('get deployment web -o jsonpath={.spec.replicas}'), '4');
  });

  it('goes on applying on the server what was applied by the client', async () => {
    await run('apply -f -', web(2));
    await run('apply --server-side -f -', web(1));
    assert.equal(await run('get deployment web -o jsonpath={.spec.replicas}'), '1');
    const managers = await run(
      'get deployment web --show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}',
    );
    assert.doesNotMatch(managers, /kubectl-client-side-apply/);
  });

  it('shows tables, narrow and wide, of one namespace and of all', async () => {
    await deployed();
    assert.match(
      await run('get deployments'),
      /^NAME +READY +UP-TO-DATE +AVAILABLE +AGE\nweb +3\/3 +3 +3 +\d+s\n$/,
    );
    assert.match(
      await run('get pods -o wide'),
      /^NAME .* IP +NODE +NOMINATED NODE +READINESS GATES\nweb-.* 1\/1 +Running +0 /,
    );
    assert.match(await run('get all -A'), /shop +deployment\.apps\/web +3\/3/);
    assert.match(await run('get all'), /service\/web +ClusterIP +10\.96\.\d+\.\d+ +<none> +80\/TCP/);
    assert.match(await run('get events'), /Normal +ScalingReplicaSet +deployment\/web/);
    assert.match(await run('get pods -l app=web -o name'), /^(pod\/web-\S+\n){3}$/);
    const list = JSON.parse(await run('get deploy,svc -o json')) as { items: object[] };
    assert.equal(list.items.length, 2);
  });

  it('describes', async () => {
    await deployed();
    assert.match(
      await run('describe deployment web'),
      /Replicas: +3 desired \| 3 updated \| 3 total \| 3 available/,
    );
    assert.match(
      await run('describe pod --show-events -l app=web'),
      /Status: +Running\n(.*\n)+ .*(Started container main|Container started)/,
    );
    assert.match(await run('describe service web'), /Endpoints: +10\.244\.0\.\d+:80/);
    assert.match(await run('describe namespace shop'), /Status: +Active/);
    assert.match(await run('describe node embedded'), /KubeletReady/);
  });

  it('rolls out, restarts, looks back, undoes, pauses', async () => {
    await deployed();
    await run('set image deployment/web main=nginx:1.26');
    await run('rollout status deployment/web --timeout=20s');
    assert.match(await run('rollout history deployment/web'), /^1 +<none>\n2 +<none>$/m);
    await run('rollout undo deployment/web');
    await run('rollout status deployment/web --timeout=20s');
    assert.equal(
      await run('get deploy web -o jsonpath={.spec.template.spec.containers[0].image}'),
      'nginx:1.25',
    );
    await run('rollout restart deployment/web');
    await run('rollout status deployment/web --timeout=20s');
    await run('rollout pause deployment/web');
    await run('rollout resume deployment/web');
  });

  it('scales and waits', async () => {
    await deployed();
    assert.match(await run('scale deployment/web --replicas=5'), /scaled/);
    await run('wait deployment/web --for=jsonpath={.status.readyReplicas}=5 --timeout=20s');
    await run('wait deployment/web --for=condition=Available --timeout=20s');
    assert.match(
      await refused('scale deployment/web --current-replicas=2 --replicas=1'),
      /Expected replicas to be 2, was 5/,
    );
  });

  it('deletes and waits for the end', async () => {
    await deployed();
    await run('delete service web');
    await run('delete deployment web --cascade=foreground');
    await run('wait pod -l app=web --for=delete --timeout=20s');
    assert.equal(await run('get all'), '');
    await run('delete namespace shop');
    assert.match(await refused('get namespace shop'), /namespaces "shop" not found/);
  });

  it('edits in small: label, annotate, patch, replace', async () => {
    await deployed();
    await run('label deployment web tier=front');
    await run('annotate deployment web note=x');
    await run('patch deployment web -p {"spec":{"minReadySeconds":1}}');
    await run('patch deployment web --type=json -p [{"op":"remove","path":"/spec/minReadySeconds"}]');
    const object = JSON.parse(await run('get deploy web -o json')) as {
      metadata: { labels: object };
      spec: object;
    };
    assert.deepEqual(object.metadata.labels, { tier: 'front' });
    assert.ok(!('minReadySeconds' in object.spec));
    assert.match(await run('replace -f -', JSON.stringify(object)), /replaced/);
  });

  it('creates what it has commands for', async () => {
    await run('create deployment api --image=nginx:1.25 --replicas=2 --port=8080');
    await run('create configmap settings --from-literal=a=1');
    await run('create secret generic keys --from-literal=k=v');
    await run('create serviceaccount robot');
    await run('expose deployment api --port=80 --target-port=8080');
    await run('create rolebinding robots --clusterrole=view --serviceaccount=shop:robot');
    await run('run solo --image=busybox:1 --env=A=b -- sleep 5');
    assert.equal((await run('create token robot')).split('.').length, 3);
    assert.equal(await run('get secret keys -o jsonpath={.data.k}'), 'dg==');
    assert.equal(await run('get pod solo -o jsonpath={.spec.containers[0].env[0].value}'), 'b');
    assert.match(await run('get endpointslices,rolebindings -o wide'), /shop\/robot/);
  });

  it('reads logs, explains types, lists what there is, asks for rights', async () => {
    await deployed();
    await run('logs deployment/web --tail=1');
    assert.match(await run('explain deployment.spec.strategy'), /rollingUpdate\s<RollingUpdateDeployment>/);
    assert.match(await run('api-resources'), /deployments +deploy +apps\/v1 +true +Deployment/);
    assert.match(await run('api-versions'), /^apps\/v1$/m);
    assert.equal(await run('auth can-i create deployments'), 'yes\n');
    assert.match(await refused('auth can-i list pods --as=nobody'), /^$/);
  });

  it('passes on what the server refuses', async () => {
    await deployed();
    assert.match(await refused('create deployment web --image=x'), /deployments\.apps "web" already exists/);
    assert.match(await refused('get pod nope'), /Error from server \(NotFound\): pods "nope" not found/);
    const typo = manifest(deployment('typo', { replicsa: 3 }));
    assert.match(await refused('apply -f -', typo), /strict decoding error: unknown field "spec\.replicsa"/);
    assert.match(
      await refused('apply --server-side -f -', typo),
      /\.spec\.replicsa: field not declared in schema/,
    );
    const patch = 'patch deployment web -p {"spec":{"selector":{"matchLabels":{"app":"other"}}}}';
    assert.match(await refused(patch), /spec\.selector: Invalid value: .*: field is immutable/);
    assert.match(
      await refused('scale deployment/web --replicas=-1'),
      /COUNT must be greater than or equal to 0/,
    );
  });

  it('watches', async () => {
    await deployed();
    const place = ['--kubeconfig', cluster.kubeconfig, '--namespace', NAMESPACE];
    const watching = spawn('kubectl', [...place, ...'get deployment web -w'.split(' ')]);
    const seen: string[] = [];
    try {
      for await (const line of createInterface({ input: watching.stdout })) {
        const [, ready = ''] = /^web +(\d\/\d)/.exec(line) ?? [];
        if (ready === '3/3' && !seen.includes(ready)) await run('scale deployment/web --replicas=1');
        seen.push(ready);
        if (ready === '1/1') break;
      }
    } finally {
      watching.kill();
    }
    assert.ok(seen.indexOf('3/3') < seen.indexOf('1/1'), seen.join());
  });
});
