import { parseList } from './json';
import type { Run } from './run';

/** A place that a worker can carry units to. */
export interface Target {
  id: string;
  slug: string;
  worker: string;
  /** `Ready` when its worker is connected. */
  condition: string;
  /** The kube context, for workers that serve several. */
  context?: string;
}

interface TargetRow {
  Target: { TargetID: string; Slug: string; Parameters?: string };
  BridgeWorker?: { Slug: string; Condition?: string } | null;
}

/** `cub target …` */
export class Targets {
  constructor(private readonly run: Run) {}

  async list(space: string): Promise<Target[]> {
    const rows = parseList<TargetRow>(
      await this.run(['target', 'list', '--space', space, '--select', '*', '--json']),
    );
    return rows.map(({ Target, BridgeWorker }) => {
      const { KubeContext } = JSON.parse(Target.Parameters || '{}') as { KubeContext?: string };
      const target: Target = {
        id: Target.TargetID,
        slug: Target.Slug,
        worker: BridgeWorker?.Slug ?? '',
        condition: BridgeWorker?.Condition ?? '',
      };
      return KubeContext ? { ...target, context: KubeContext } : target;
    });
  }

  /** Makes a target of a worker: the cluster of a kube context. */
  async create(space: string, slug: string, worker: string, context: string): Promise<void> {
    const parameters = JSON.stringify({ KubeContext: context, WaitTimeout: '2m0s' });
    await this.run(['target', 'create', '--space', space, slug, parameters, worker]);
  }

  async delete(space: string, slug: string): Promise<void> {
    await this.run(['target', 'delete', '--space', space, slug]);
  }
}
