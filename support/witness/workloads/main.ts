import { kubectlOn } from './cluster';
import { plainLines } from './plain';
import { playScene, type Seen } from './scene';

/**
 * Plays the same scene on a real cluster and on the embedded one and prints every line in which they differ.
 * The real one needs a kubelet and the images of trade-service. Exit code 1 when there is a difference.
 */
async function main([real, ours]: string[]): Promise<void> {
  if (!real || !ours)
    throw new Error('Two kubeconfigs are needed: that of a real cluster and that of the embedded one.');
  const namespace = `witness-${Date.now().toString(36)}`;
  const [expected, found] = await Promise.all(
    [real, ours].map((path) => playScene(kubectlOn(path), namespace)),
  );
  const differences = compare(expected ?? {}, found ?? {});
  for (const line of differences) console.log(line);
  console.log(`${Object.keys(expected ?? {}).length} answers compared, ${differences.length} lines differ`);
  process.exitCode = differences.length > 0 ? 1 : 0;
}

function compare(expected: Seen, found: Seen): string[] {
  return Object.keys(expected).flatMap((what) => {
    const real = plainLines(what, expected[what] ?? '');
    const ours = plainLines(what, found[what] ?? '');
    const only = (one: string[], other: string[], mark: string) =>
      one.filter((line) => !other.includes(line)).map((line) => `${what}: ${mark} ${line.trim()}`);
    return [...only(real, ours, 'real'), ...only(ours, real, 'ours')];
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
