import type { Cluster } from './cluster/client';
import { messageOf } from './cluster/errors';
import { functionRefusal, heartbeatAnswer } from './hub/answers';
import type { Action, ActionResult, FunctionRequest, HubEvent, UnitOperation } from './hub/messages';
import { operations } from './operations';
import { reportOn } from './operations/report';
import { ReachedClusters } from './reached-clusters';
import type { Clusters } from './targets';
import { Superseded, UnitQueue } from './unit-queue';

export interface WorkContext {
  clusters: Clusters;
  pace: number;
  log: (line: string) => void;
  now: () => Date;
}

/** Carries out the events of one stream. */
export class Work {
  private readonly queue = new UnitQueue();
  private readonly reached: ReachedClusters;

  constructor(
    private readonly context: WorkContext,
    private readonly send: (result: ActionResult) => Promise<void>,
  ) {
    this.reached = new ReachedClusters(context.clusters, context.pace);
  }

  take({ Event, Data }: HubEvent): void {
    if (Event === 'WorkerEvent') this.answer(heartbeatAnswer(this.context.now()));
    else if (Event === 'BridgeWorkerEvent') this.enqueue(Data.Action, Data.Payload);
    else if (Event === 'FunctionWorkerEvent') this.refuse(Data.Action, Data.Payload);
    else this.context.log(`[ERROR] Unknown event type: ${Event}`);
  }

  async stop(): Promise<void> {
    const closed = this.queue.close(new Error('the worker stops'));
    this.reached.close();
    await closed;
  }

  private refuse(action: Action, request: FunctionRequest): void {
    this.context.log(`[ERROR] ${action} was asked for, but this worker runs no functions`);
    this.answer(functionRefusal(action, request, this.context.now()));
  }

  private answer(result: ActionResult): void {
    this.send(result).catch((error) =>
      this.context.log(`[ERROR] ${result.Action} was not answered: ${messageOf(error)}`),
    );
  }

  private enqueue(action: Action, operation: UnitOperation): void {
    const name = `${action} of unit ${operation.UnitSlug} revision ${operation.RevisionNum}`;
    this.queue.add(operation.UnitID, async (signal) => {
      this.context.log(`[INFO] ${name}`);
      const report = reportOn(action, operation, (result) => this.tell(name, result), this.context.now);
      try {
        await this.carryOut(action, operation, report, signal);
      } catch (error) {
        if (error instanceof Superseded) await report.end('Canceled', 'None', error.message);
        else this.context.log(`[ERROR] ${name}: ${messageOf(error)}`);
      }
    });
  }

  private async carryOut(
    action: Action,
    operation: UnitOperation,
    report: ReturnType<typeof reportOn>,
    signal: AbortSignal,
  ): Promise<void> {
    const carryOut = operations[action];
    if (!carryOut) return report.end('Failed', 'None', `unknown operation name: ${action}`);
    const prepared = this.prepare(operation);
    if ('problem' in prepared) return report.end('Failed', failureOf(action), prepared.problem);
    const deadline = { timeout: prepared.timeout, signal };
    await carryOut({ operation, cluster: prepared.cluster, report, deadline, now: this.context.now });
  }

  /** The cluster of an operation and how long (ms) to wait for it, or what is wrong with the target. */
  private prepare(operation: UnitOperation): { cluster: Cluster; timeout: number } | { problem: string } {
    try {
      return this.reached.of(operation.TargetParams);
    } catch (error) {
      return { problem: `failed to get Kubernetes config: ${messageOf(error)}` };
    }
  }

  private async tell(name: string, result: ActionResult): Promise<void> {
    if (result.TerminatedAt)
      this.context.log(`[INFO] ${name}: ${result.Status} ${result.Result}: ${result.Message}`);
    await this.send(result);
  }
}

function failureOf(action: Action): ActionResult['Result'] {
  const failures = {
    Apply: 'ApplyFailed',
    Destroy: 'DestroyFailed',
    Refresh: 'RefreshFailed',
    Import: 'ImportFailed',
  } as const;
  return action in failures ? failures[action as keyof typeof failures] : 'None';
}
