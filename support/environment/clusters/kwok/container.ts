import { EnvironmentError } from '../../failure';
import { labelsOfThisRun, removeLeftovers } from './leftovers';
import { doWithoutReaper, findTheHost } from './machine';

const apiPort = 8080;
const startWithin = 120_000;

/** A container whose API server answers at `url`, without TLS and without a login. */
export interface ControlPlane {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a container of the all-in-one image of kwok. What a killed run left of such containers is removed before.
 *
 * @throws EnvironmentError when there is no container engine, or the image cannot be had
 */
export async function startControlPlane(image: string): Promise<ControlPlane> {
  // Loaded here: runs on other clusters need no engine, and do without what it costs to load its client.
  const library = await import('testcontainers');
  findTheHost(process.env);
  const engine = await engineHere(library);
  await doWithoutReaper(process.env, engine, library);
  await removeLeftovers(engine.container.dockerode);
  await pull(engine, image, library);
  const { host } = engine.info.containerRuntime;
  const Container =
    host === 'localhost' || host === '127.0.0.1' ? onLoopback(library) : library.GenericContainer;
  const container = await new Container(image)
    .withExposedPorts(apiPort)
    .withLabels(labelsOfThisRun())
    .withWaitStrategy(library.Wait.forHttp('/readyz', apiPort).forStatusCode(200))
    .withStartupTimeout(startWithin)
    .start()
    .catch((error: Error) => {
      throw new EnvironmentError(
        `The control plane in image ${image} did not become ready: ${error.message}; see MTX_KWOK_IMAGE.`,
        { cause: error },
      );
    });
  return {
    url: `http://${host}:${container.getMappedPort(apiPort)}`,
    stop: async () => void (await container.stop({ remove: true, removeVolumes: true })),
  };
}

type Library = typeof import('testcontainers');
type Engine = Awaited<ReturnType<Library['getContainerRuntimeClient']>>;

/** A container that publishes its port to this machine only: whoever reaches it rules the cluster. */
function onLoopback({ GenericContainer }: Library): typeof GenericContainer {
  return class extends GenericContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      this.hostConfig.PortBindings = { [`${apiPort}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: '0' }] };
    }
  };
}

async function engineHere({ getContainerRuntimeClient }: Library): Promise<Engine> {
  try {
    return await getContainerRuntimeClient();
  } catch (error) {
    throw new EnvironmentError(
      'MTX_CLUSTER=kwok needs a container engine, and none answers here; install and start Docker ' +
        '(https://docs.docker.com/engine/install), or leave MTX_CLUSTER out to use the embedded cluster.',
      { cause: error },
    );
  }
}

async function pull(engine: Engine, image: string, { ImageName }: Library): Promise<void> {
  const name = ImageName.fromString(image);
  if (await engine.image.exists(name)) return;
  try {
    await engine.image.pull(name);
  } catch (error) {
    throw new EnvironmentError(
      `The image ${image} is not here and cannot be pulled: ${(error as Error).message}; name another in MTX_KWOK_IMAGE.`,
      { cause: error },
    );
  }
}
