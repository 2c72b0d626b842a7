import type { NamedEntity } from '../entities/entity';

export interface Space extends NamedEntity {
  SpaceID: string;
  /** Where its releases go; not there until it is first given. */
  ReleaseTargetID?: string | null;
}
