import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build was made from: a fingerprint of every input, relative to the project. */
export interface BuildRecord {
  recipe: string;
  inputs: Record<string, string>;
}

/** Size and time of change of a file, or `missing`. */
export function fingerprint(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : 'missing';
}

/**
 * Fingerprints of `files` (relative to `root`), which a build begun at `began` (ms since the epoch) has read.
 * A file changed since then gets a fingerprint that never matches: which of its contents was read is not known.
 */
export function recordInputs(root: string, files: string[], recipe: string, began: number): BuildRecord {
  const inputs: Record<string, string> = {};
  for (const file of files) {
    const stats = statSync(join(root, file), { throwIfNoEntry: false });
    inputs[file] =
      stats && stats.mtimeMs >= began ? 'changed during the build' : fingerprint(join(root, file));
  }
  return { recipe, inputs };
}

/** Whether the build that left `recordFile` was made by `recipe` from the inputs as they are now. */
export function isUpToDate(root: string, recordFile: string, recipe: string): boolean {
  let record: BuildRecord;
  try {
    record = JSON.parse(readFileSync(recordFile, 'utf8')) as BuildRecord;
  } catch {
    return false;
  }
  return (
    record.recipe === recipe &&
    Object.entries(record.inputs).every(([file, print]) => fingerprint(join(root, file)) === print)
  );
}
