import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptCertificate } from './auth/certificates';
import { writeKubeconfig } from './auth/kubeconfig';
import { keptSecrets } from './auth/secrets';
import { Tokens } from './auth/tokens';
import { bootstrap } from './bootstrap/bootstrap';
import { Checkpoints, EMPTY } from './checkpoints/checkpoints';
import { createClock } from './clock/clock';
import { startControllers } from './controllers/start';
import { startLifecycle } from './lifecycle/lifecycle';
import type { ClusterOptions } from './options';
import { createPods } from './pods/kubelet';
import { eventLine, outputLine } from './pods/logs/told';
import { Registry } from './registry/registry';
import { listen, type ServerParts } from './server/server';
import { Storage } from './store/storage';

/** A running cluster. */
export interface RunningCluster {
  url: string;
  kubeconfig: string;
  /** Stops pods, controllers and the server; all that was written is kept. */
  stop(): Promise<void>;
}

/**
 * Starts the cluster kept in a folder, or a new one.
 *
 * @param options.historyLimit how many changes a watch can go back; 2,000 unless given
 * @throws Error when the port is taken or the state cannot be read
 */
export async function startCluster(
  options: Pick<ClusterOptions, 'state' | 'port' | 'pace'> & {
    fsync?: boolean;
    verbose?: boolean;
    historyLimit?: number;
  },
  log: (line: string) => void,
): Promise<RunningCluster> {
  mkdirSync(options.state, { recursive: true, mode: 0o700 });
  const clock = createClock({ pace: options.pace });
  const certificate = await keptCertificate(options.state, clock.now());
  const secrets = keptSecrets(options.state);
  const storage = new Storage(join(options.state, 'objects.jsonl'), options);
  const registry = new Registry(storage, clock.now);
  const tokens = new Tokens(secrets.adminToken, secrets.signingKey, registry, clock.now);

  const { promise, resolve } = withResolver<ServerParts>();
  const server = await listen(certificate, options.port, promise);
  const url = `https://127.0.0.1:${server.port}`;
  const kubeconfig = join(options.state, 'kubeconfig');
  writeKubeconfig(kubeconfig, { server: url, ca: certificate.cert, token: secrets.adminToken });

  const isNew = bootstrap(registry, clock.now, server.port);
  const checkpoints = new Checkpoints(options.state, storage);
  const lifecycle = startLifecycle(registry, clock.now, certificate.cert);
  if (isNew) {
    lifecycle.furnishNow();
    storage.settle();
    checkpoints.save(EMPTY);
  }
  const pods = createPods({
    store: registry,
    clock,
    access: (namespace, account) => ({
      server: url,
      ca: certificate.cert,
      token: tokens.issue(namespace, account),
    }),
    log,
    ...(options.verbose && { heard: (pod, line) => log(outputLine(pod, line)) }),
  });
  if (options.verbose)
    registry.subscribe((change) => {
      const line = eventLine(change);
      if (line) log(line);
    });
  const controllers = startControllers({ store: registry, clock, pods, log });
  const streams: ServerParts['context']['streams'] = new Set();
  const cutStreams = (): void => {
    for (const stream of streams) stream.destroy();
    streams.clear();
  };
  const afterRestore = (): void => {
    cutStreams();
    lifecycle.resync();
    controllers.resync();
  };
  resolve({
    context: { registry, tokens, pods, now: clock.now, streams },
    checkpoints: { checkpoints, afterRestore },
    log,
  });
  return {
    url,
    kubeconfig,
    async stop() {
      cutStreams();
      await server.close();
      await controllers.stop();
      lifecycle.stop();
      await storage.close();
    },
  };
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
