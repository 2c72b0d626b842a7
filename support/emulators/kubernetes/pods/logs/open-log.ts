import type { ContainerStatus, Pod } from '../../controllers/objects/pod';
import { ApiError } from '../../status/api-error';
import type { ContainerLog, LogLine } from './container-log';
import type { LogRequest, LogStream } from './model';

/** The logs of a container's current and previous run, as far as they exist. */
export interface ContainerLogs {
  current?: ContainerLog;
  previous?: ContainerLog;
}

/**
 * Opens a container's log as the API server and kubelet do. That of a pod without a node is empty.
 *
 * @throws ApiError 400 when the container is not named and there are several, is unknown, or has not started
 */
export function openLog(
  pod: Pod,
  request: LogRequest,
  logsOf: (container: string) => ContainerLogs,
  now: Date,
): LogStream {
  const container = chooseContainer(pod, request.container);
  if (!pod.spec.nodeName) return { text: '' };
  const { current, previous } = logsOf(container);
  const log = request.previous ? previous : current;
  if (!log) throw notThere(pod, container, request);
  const write = ({ time, text }: LogLine) => `${request.timestamps ? `${time.toISOString()} ` : ''}${text}\n`;
  const text = cut(select(log.lines, request, now).map(write).join(''), request.limitBytes);
  if (!request.follow) return { text };
  return { text, follow: (more, ended) => log.follow((line) => more(write(line)), ended) };
}

function chooseContainer({ metadata, spec }: Pod, wanted: string | undefined): string {
  const names = spec.containers.map(({ name }) => name);
  if (wanted === undefined) {
    const [only, ...others] = names;
    if (only !== undefined && others.length === 0) return only;
    const choice = `a container name must be specified for pod ${metadata.name}, choose one of: [${names.join(' ')}]`;
    throw new ApiError(400, 'BadRequest', choice);
  }
  if (names.includes(wanted)) return wanted;
  throw new ApiError(400, 'BadRequest', `container ${wanted} is not valid for pod ${metadata.name}`);
}

function select(
  lines: readonly LogLine[],
  { tailLines, sinceSeconds }: LogRequest,
  now: Date,
): readonly LogLine[] {
  const from = sinceSeconds === undefined ? 0 : now.getTime() - sinceSeconds * 1_000;
  const young = lines.filter(({ time }) => time.getTime() >= from);
  return tailLines === undefined ? young : young.slice(Math.max(0, young.length - tailLines));
}

function cut(text: string, limitBytes: number | undefined): string {
  return limitBytes === undefined ? text : Buffer.from(text).subarray(0, limitBytes).toString();
}

function notThere({ metadata, status }: Pod, container: string, request: LogRequest): ApiError {
  if (request.previous) {
    const message = `previous terminated container "${container}" in pod "${metadata.name}" not found`;
    return new ApiError(400, 'BadRequest', message);
  }
  const own = status?.containerStatuses?.find(({ name }) => name === container);
  const message = `container "${container}" in pod "${metadata.name}" is waiting to start: ${waitingFor(own)}`;
  return new ApiError(400, 'BadRequest', message);
}

function waitingFor(own: ContainerStatus | undefined): string {
  const reason = own?.state.waiting?.reason ?? 'ContainerCreating';
  if (reason === 'ImagePullBackOff') return 'trying and failing to pull image';
  if (reason === 'ErrImagePull') return "image can't be pulled";
  return reason;
}
