import { parseList } from './json';
import type { Run } from './run';

/** A worker as ConfigHub knows it. */
export interface Worker {
  slug: string;
  /** `Ready` when it is connected. */
  condition: string;
}

interface WorkerRow {
  BridgeWorker: { Slug: string; Condition?: string };
}

/** `cub worker …` */
export class Workers {
  constructor(private readonly run: Run) {}

  async list(space: string): Promise<Worker[]> {
    const rows = parseList<WorkerRow>(
      await this.run(['worker', 'list', '--space', space, '--select', '*', '--json']),
    );
    return rows.map(({ BridgeWorker }) => ({
      slug: BridgeWorker.Slug,
      condition: BridgeWorker.Condition ?? 'unknown',
    }));
  }

  async create(space: string, slug: string): Promise<void> {
    await this.run(['worker', 'create', '--space', space, slug]);
  }

  /** The manifests that run the worker in a cluster, its secret included. */
  async manifests(space: string, slug: string, namespace: string): Promise<string> {
    return this.run([
      ...['worker', 'install', '--space', space, slug],
      ...['--namespace', namespace, '--export', '--include-secret'],
    ]);
  }

  async delete(space: string, slug: string): Promise<void> {
    await this.run(['worker', 'delete', '--space', space, slug]);
  }
}
