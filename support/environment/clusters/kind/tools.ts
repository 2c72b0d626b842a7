import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findExecutable } from '../../cubs/find';
import { EnvironmentError } from '../../failure';

/** Runs a tool and returns what it prints. */
export type Tool = (...args: string[]) => Promise<string>;

const advice = {
  kind: 'install it from https://kind.sigs.k8s.io/docs/user/quick-start',
  docker: 'install Docker from https://docs.docker.com/engine/install',
};

/**
 * The tools that a kind cluster needs.
 *
 * @throws EnvironmentError that names what is missing and how to get it
 */
export async function findTools(env: NodeJS.ProcessEnv): Promise<{ kind: Tool; docker: Tool }> {
  const tools = { kind: find('kind', env), docker: find('docker', env) };
  await tools.docker('version', '--format', '{{.Server.Version}}').catch((error: Error) => {
    throw new EnvironmentError(
      `MTX_CLUSTER=kind needs a Docker engine, and none answers: ${error.message}; start it, or leave MTX_CLUSTER out.`,
    );
  });
  return tools;
}

function find(name: keyof typeof advice, env: NodeJS.ProcessEnv): Tool {
  const command = findExecutable(name, env.PATH ?? '');
  if (!command)
    throw new EnvironmentError(
      `MTX_CLUSTER=kind needs ${name}, which is not on the PATH; ${advice[name]}, or leave MTX_CLUSTER out.`,
    );
  return async (...args) => {
    try {
      const options = { env: { ...env, KUBECONFIG: '' }, maxBuffer: 10_000_000 };
      return (await promisify(execFile)(command, args, options)).stdout.trim();
    } catch (error) {
      const { stderr, message } = error as Error & { stderr?: string };
      throw new EnvironmentError(
        `${name} ${args.slice(0, 2).join(' ')} failed: ${stderr?.trim() || message}`,
        {
          cause: error,
        },
      );
    }
  };
}
