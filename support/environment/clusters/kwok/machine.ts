import { existsSync, readFileSync } from 'node:fs';
import type * as Library from 'testcontainers';

const reaperImage = 'testcontainers/ryuk:0.14.0';

/**
 * Where the engine runs beside us in a container, its ports are ours: testcontainers would take the gateway for the
 * host. A socket that was mounted into the container belongs to an engine outside, which is left to testcontainers.
 * Must be called before testcontainers asks the engine anything.
 */
export function findTheHost(env: NodeJS.ProcessEnv): void {
  if (env.TESTCONTAINERS_HOST_OVERRIDE || env.DOCKER_HOST || !existsSync('/.dockerenv')) return;
  const mounted = existsSync('/proc/self/mountinfo') && readFileSync('/proc/self/mountinfo', 'utf8');
  if (mounted && !/\/docker\.sock /.test(mounted)) env.TESTCONTAINERS_HOST_OVERRIDE = '127.0.0.1';
}

/** Where the image of the reaper of testcontainers is not at hand, we do without: what we start we remove ourselves. */
export async function doWithoutReaper(
  env: NodeJS.ProcessEnv,
  engine: Library.ContainerRuntimeClient,
  { ImageName }: typeof Library,
): Promise<void> {
  if (env.TESTCONTAINERS_RYUK_DISABLED) return;
  const image = ImageName.fromString(env.RYUK_CONTAINER_IMAGE || reaperImage);
  if (!(await engine.image.exists(image))) env.TESTCONTAINERS_RYUK_DISABLED = 'true';
}
