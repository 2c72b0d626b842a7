/** Runs the tasks, at most `lanes` at once, and gives their results in order; fails with the first failure. */
export async function inParallel<T>(tasks: ReadonlyArray<() => Promise<T>>, lanes = 3): Promise<T[]> {
  const results: T[] = [];
  const waiting = tasks.entries();
  const lane = async (): Promise<void> => {
    for (const [index, task] of waiting) results[index] = await task();
  };
  await Promise.all(Array.from({ length: Math.min(lanes, tasks.length) }, lane));
  return results;
}
