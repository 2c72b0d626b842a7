import type { Invocation } from '../invocation';
import { findWorker } from '../lookup/workers';
import { details } from '../output/pairs';
import { hasOtherOutput, printForms } from '../output/results';
import { timeText } from '../output/time';

/** `cub worker get`: one worker; its secret only when asked for. */
export async function getWorker(invocation: Invocation): Promise<void> {
  const { args, flags, print } = invocation;
  const found = await findWorker(invocation, args[0] as string);
  const worker = flags.on('include-secret') ? found : { ...found, Secret: '********' };
  if (!hasOtherOutput(invocation)) {
    print.raw(
      details([
        ['ID', worker.BridgeWorkerID],
        ['Name', worker.Slug],
        ['Space ID', worker.SpaceID],
        ['Created At', timeText(worker.CreatedAt)],
        ['Updated At', timeText(worker.UpdatedAt)],
        ['Secret', worker.Secret ?? ''],
        ['Condition', worker.Condition ?? ''],
        ['Last Message', worker.LastMessage ?? ''],
        ['Last Seen At', timeText(worker.LastSeenAt)],
        ['IP Address', worker.IPAddress ?? ''],
      ]),
    );
  }
  await printForms(invocation, 'BridgeWorker', worker);
}
