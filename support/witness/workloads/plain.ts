interface Tree {
  [field: string]: unknown;
}

/** Fields that differ between any two runs, or that `docs/differences-kubernetes.md` lists. */
const PASSING = new Set([
  ...[
    'uid',
    'resourceVersion',
    'creationTimestamp',
    'managedFields',
    'imageID',
    'image',
    'containerID',
    'nodeName',
    'hostIP',
  ],
  ...[
    'lastTransitionTime',
    'lastUpdateTime',
    'lastProbeTime',
    'startedAt',
    'finishedAt',
    'startTime',
    'exitCode',
  ],
  ...[
    'resources',
    'allocatedResources',
    'volumeMounts',
    'hostIPs',
    'podIP',
    'podIPs',
    'restartCount',
    'terminatingReplicas',
  ],
  ...['kubectl.kubernetes.io/last-applied-configuration', 'pod-template-hash', 'selfLink'],
]);

/** What a cluster told, without what differs between any two runs, as lines. Lists of objects lose their order. */
export function plainLines(what: string, text: string): string[] {
  if (what === 'events') return [...new Set((parse(text).items as Tree[]).map(eventLine))].sort();
  if (!text.startsWith('{"') && !text.startsWith('{\n')) return named(text).split('\n');
  return JSON.stringify(strip(parse(text)), undefined, 1).split('\n');
}

function eventLine({ involvedObject, type, reason, message, source, reportingComponent }: Tree): string {
  const { kind, name } = involvedObject as { kind: string; name: string };
  const component = (source as { component?: string }).component ?? reportingComponent;
  return named([component, kind, name, type, reason, message].join(' | '));
}

function parse(text: string): Tree {
  return JSON.parse(text) as Tree;
}

function strip(value: unknown): unknown {
  if (typeof value === 'string') return named(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map(strip).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const kept = Object.entries(value).filter(([name]) => !PASSING.has(name));
  return Object.fromEntries(
    kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, strip(field)]),
  );
}

/** Texts with generated names, addresses, ids and what the registry said replaced. */
function named(text: string): string {
  return text
    .replace(/trade-service-[a-z0-9]{8,10}(-[a-z0-9]{5})?\b/g, 'trade-service-X')
    .replace(/kube-api-access-\w{5}/g, 'kube-api-access-X')
    .replace(/assigned (\S+) to \S+/g, 'assigned $1 to NODE')
    .replace(/\b10\.\d+\.\d+\.\d+/g, 'ADDRESS')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UID')
    .replace(/back-off \w+ restarting/g, 'back-off TIME restarting')
    .replace(/failed to resolve reference ("[^"]*"): .*/g, 'failed to resolve reference $1: WHY')
    .replace(/^.* listens on .*; settings: .*$/gm, '')
    .replace(/in \S+ \(\S+ including waiting\).*/g, 'in TIME');
}
