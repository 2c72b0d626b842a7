import type { Action } from '../hub/messages';
import { apply } from './apply';
import { destroy } from './destroy';
import { finalize } from './finalize';
import { importUnit } from './import';
import type { OperationContext } from './operation';
import { refresh } from './refresh';

/** What the worker does for each action that a hub can ask for on a unit. */
export const operations: Partial<Record<Action, (context: OperationContext) => Promise<void>>> = {
  Apply: apply,
  Destroy: destroy,
  Refresh: refresh,
  Import: importUnit,
  Finalize: finalize,
};
