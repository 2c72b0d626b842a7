import type { SpaceEntity } from '../entities/entity';
import type { FunctionArgument } from '../functions/model';

/** A function that runs whenever a unit of its space changes. */
export interface Trigger extends SpaceEntity {
  TriggerID: string;
  Event: string;
  ToolchainType: string;
  FunctionName: string;
  Arguments: FunctionArgument[] | null;
  Validating: boolean;
  Disabled: boolean;
  Enforced: boolean;
  /** Its check leaves a warning instead of a gate. */
  Warn: boolean;
}
