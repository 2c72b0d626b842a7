import type { ClusterAccess } from '../pods/access';

/** A request that reaches a container. */
export interface ContainerRequest {
  method: string;
  /** Begins with `/`, without the query. */
  path: string;
  query: string;
}

/** What a container answers. */
export interface ContainerAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What a program in a container is given. */
export interface ProgramContext {
  /** The image as the pod names it. */
  image: string;
  environment: Record<string, string>;
  args: string[];
  /** The ports that the container declares. */
  declaredPorts: number[];
  /** Access to the API server with the pod's service account. */
  access(): ClusterAccess;
  /** Writes lines to the container's log. */
  log(line: string): void;
  /** Ends the container by itself; may be called at once. */
  exit(exitCode: number): void;
  now(): Date;
  /** How many times faster emulated waits are than told. */
  pace: number;
}

/** A program that runs in a container. */
export interface RunningProgram {
  /** Ports that it listens on. */
  listens: number[];
  answer(request: ContainerRequest): ContainerAnswer;
  /** Ends it; what it was doing is given up. */
  stop(): Promise<void>;
}

/** What an image does when it is started. */
export type Program = (context: ProgramContext) => RunningProgram;

/** An image that can be pulled. */
export interface Image {
  /** Whether this is a repository of it: `registry/path`, fully spelled. */
  isRepository(repository: string): boolean;
  /** Whether it exists under this tag. */
  hasTag(tag: string): boolean;
  program: Program;
}
