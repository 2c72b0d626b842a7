import type { OperationContext } from './operation';

/** Nothing is left to do at the end of a unit's life: its objects were removed when it was destroyed. */
export async function finalize({ report }: OperationContext): Promise<void> {
  report.progress('Starting finalization...');
  await report.end('Completed', 'None', 'Finalization completed successfully');
}
