import { join, resolve } from 'node:path';

/** Where a lab keeps things. */
export interface LabFolder {
  root: string;
  logs: string;
  bin: string;
  record(server: string): string;
  log(server: string): string;
}

/** The lab's folder: `.microtraderx/lab` in the project, unless the settings name another. */
export function labFolder(projectRoot: string, state?: string): LabFolder {
  const root = state === undefined ? join(projectRoot, '.microtraderx', 'lab') : resolve(state);
  return {
    root,
    logs: join(root, 'logs'),
    bin: join(root, 'bin'),
    record: (server) => join(root, `${server}.json`),
    log: (server) => join(root, 'logs', `${server}.log`),
  };
}
