import type { Entity } from '../entities/entity';
import type { ResourceMutation } from '../merge/model';

/** A unit's data as it was after one change. Only tags, approvals, gates and LiveAt are set later. */
export interface Revision extends Entity {
  RevisionID: string;
  SpaceID: string;
  UnitID: string;
  RevisionNum: number;
  Data: string;
  ContentHash: number;
  Description: string;
  Source: string;
  Tags: Record<string, string>;
  ApplyGates: Record<string, boolean>;
  ApplyWarnings: Record<string, boolean>;
  ApprovedBy: string[];
  LiveAt: string;
  UserID: string;
  UserAgent: string;
  MutationSources: ResourceMutation[];
}
