const ABSENT = /does-?not-?exist|missing|non-?existent|not-?found|unknown|broken|invalid/i;
const RELEASED = /^(latest|stable|main|mainline|edge|alpine|slim|v?\d[\w.-]*|sha-[0-9a-f]{7,})$/;

/** Whether an image can be had under a tag that says by itself that it does not exist. */
export function isPresentTag(tag: string): boolean {
  return !ABSENT.test(tag);
}

/** Whether a tag looks like one that was released: `latest`, `v2`, `2.1.0-hotfix`; never one that says it is missing. */
export function isReleasedTag(tag: string): boolean {
  return RELEASED.test(tag) && isPresentTag(tag);
}
