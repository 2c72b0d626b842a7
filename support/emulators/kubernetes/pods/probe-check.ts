import type { Container, Probe } from '../controllers/objects/pod';
import type { ContainerAnswer } from '../images/model';

/** Asks a pod for a page on a port; undefined when nothing listens there. */
export type Ask = (port: number, path: string) => ContainerAnswer | undefined;

/**
 * What a probe finds, as kubelet puts it; undefined when all is well. Commands are not run: an exec probe finds all
 * well, a gRPC probe that something listens.
 */
export function checkProbe(container: Container, probe: Probe, podIP: string, ask: Ask): string | undefined {
  const { httpGet, tcpSocket, grpc } = probe;
  if (httpGet) return checkPage(container, httpGet, podIP, ask);
  const port = tcpSocket?.port ?? grpc?.port;
  if (port === undefined) return undefined;
  const number = portNumber(container, port);
  if (number === undefined) return `couldn't find port: ${JSON.stringify(port)}`;
  return ask(number, '/') ? undefined : `dial tcp ${podIP}:${number}: connect: connection refused`;
}

function checkPage(container: Container, httpGet: NonNullable<Probe['httpGet']>, podIP: string, ask: Ask) {
  const { path = '/', port, scheme = 'HTTP' } = httpGet;
  const number = portNumber(container, port);
  if (number === undefined) return `couldn't find port: ${JSON.stringify(port)}`;
  const url = `${scheme.toLowerCase()}://${podIP}:${number}${path}`;
  const answer = ask(number, path.replace(/\?.*$/, ''));
  if (!answer) return `Get "${url}": dial tcp ${podIP}:${number}: connect: connection refused`;
  if (scheme === 'HTTPS') return `Get "${url}": http: server gave HTTP response to HTTPS client`;
  const good = answer.status >= 200 && answer.status < 400;
  return good ? undefined : `HTTP probe failed with statuscode: ${answer.status}`;
}

function portNumber(container: Container, port: number | string): number | undefined {
  if (typeof port === 'number') return port;
  const named = container.ports?.find(({ name }) => name === port)?.containerPort;
  return named ?? (/^\d+$/.test(port) ? Number(port) : undefined);
}
