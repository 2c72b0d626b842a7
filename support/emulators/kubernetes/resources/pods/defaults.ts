import type { Container, PodSpec, Probe, Volume } from '../model';

const orElse = <T extends object, K extends keyof T>(target: T, field: K, value: T[K]): void => {
  if (target[field] === undefined) target[field] = value;
};

/** Fills in a pod's spec, also in templates: `SetDefaults_PodSpec` and those below it. */
export function setPodSpecDefaults(spec: PodSpec): void {
  orElse(spec, 'restartPolicy', 'Always');
  orElse(spec, 'terminationGracePeriodSeconds', 30);
  orElse(spec, 'dnsPolicy', 'ClusterFirst');
  orElse(spec, 'securityContext', {});
  orElse(spec, 'schedulerName', 'default-scheduler');
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  if (account) Object.assign(spec, { serviceAccountName: account, serviceAccount: account });
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])])
    setContainerDefaults(container);
  for (const volume of spec.volumes ?? []) setVolumeDefaults(volume);
}

function setContainerDefaults(container: Container): void {
  const image = container.image ?? '';
  if (image) orElse(container, 'imagePullPolicy', isLatest(image) ? 'Always' : 'IfNotPresent');
  orElse(container, 'terminationMessagePath', '/dev/termination-log');
  orElse(container, 'terminationMessagePolicy', 'File');
  orElse(container, 'resources', {});
  const { limits } = container.resources ?? {};
  if (limits && container.resources)
    container.resources.requests = { ...limits, ...container.resources.requests };
  for (const port of container.ports ?? []) orElse(port, 'protocol', 'TCP');
  for (const variable of container.env ?? []) {
    if (variable.valueFrom?.fieldRef) orElse(variable.valueFrom.fieldRef, 'apiVersion', 'v1');
  }
  for (const probe of [container.livenessProbe, container.readinessProbe, container.startupProbe]) {
    if (probe) setProbeDefaults(probe);
  }
}

function isLatest(image: string): boolean {
  if (image.includes('@')) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}

function setProbeDefaults(probe: Probe): void {
  orElse(probe, 'timeoutSeconds', 1);
  orElse(probe, 'periodSeconds', 10);
  orElse(probe, 'successThreshold', 1);
  orElse(probe, 'failureThreshold', 3);
  if (probe.httpGet) {
    orElse(probe.httpGet, 'path', '/');
    orElse(probe.httpGet, 'scheme', 'HTTP');
  }
}

function setVolumeDefaults(volume: Volume): void {
  if (Object.keys(volume).length === 1) volume.emptyDir = {};
  for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
    const filled = volume[source] as { defaultMode?: number } | undefined;
    if (filled) orElse(filled, 'defaultMode', 0o644);
  }
}
