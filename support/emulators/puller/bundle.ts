/** A released bundle, as the hub offers it: what a space holds, all of it. */
export interface Bundle {
  SpaceID: string;
  SpaceSlug: string;
  /** Counts the releases of the space. */
  ReleaseNum: number;
  Digest: string;
  /** Of the target, base64 of JSON. */
  TargetParams: string;
  /** Config data is base64. */
  Units: Array<{ Slug: string; RevisionNum: number; Data: string }>;
}
