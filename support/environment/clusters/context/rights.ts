interface Right {
  group: string;
  resource: string;
  verbs: string[];
}

const all = ['get', 'list', 'watch', 'create', 'patch', 'delete'];

/** What the scenarios and a worker with this login do in a cluster. */
const needed: Right[] = [
  { group: '', resource: 'namespaces', verbs: all },
  { group: 'apps', resource: 'deployments', verbs: all },
  { group: '', resource: 'services', verbs: all },
  { group: '', resource: 'services/proxy', verbs: ['get'] },
  { group: '', resource: 'pods', verbs: ['list', 'watch'] },
  { group: '', resource: 'events', verbs: ['list'] },
];

/** What of the needed rights a login lacks, as `verb resource`; asks the cluster and changes nothing. */
export async function lackingRights(kubeconfig: string): Promise<string[]> {
  const { AuthorizationV1Api, KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const api = config.makeApiClient(AuthorizationV1Api);
  const questions = needed.flatMap(({ verbs, ...rest }) => verbs.map((verb) => ({ ...rest, verb })));
  const answers = questions.map(async ({ group, resource: path, verb }) => {
    const [resource, subresource] = path.split('/');
    const resourceAttributes = { group, resource, verb, ...(subresource ? { subresource } : {}) };
    const { status } = await api.createSelfSubjectAccessReview({ body: { spec: { resourceAttributes } } });
    return status?.allowed ? [] : [`${verb} ${path}${group ? `.${group}` : ''}`];
  });
  return (await Promise.all(answers)).flat();
}
