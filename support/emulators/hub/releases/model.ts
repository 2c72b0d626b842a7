import type { Entity } from '../entities/entity';

/** One unit in a bundle: the revision that was released, with its config data as it was then. */
export interface ReleasedUnit {
  UnitID: string;
  Slug: string;
  RevisionNum: number;
  Data: string;
}

/** A bundle of a space's units, made by `release publish`. It is kept, and never changes. */
export interface Release extends Entity {
  ReleaseID: string;
  SpaceID: string;
  /** Counts the releases of the space, from 1. */
  ReleaseNum: number;
  /** Where it was released to: the space's release target at that time. */
  TargetID: string;
  UserID: string;
  /** `sha256:…` of what the bundle holds. */
  Digest: string;
  Units: ReleasedUnit[];
}
