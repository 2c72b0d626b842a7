import type { EnvironmentPart, EnvironmentRecord } from './media-types';
import type { Counts } from './model/run';

/** The state of a section in one word or two. */
export function stateOf({ passed, failed, skipped }: Counts): 'failed' | 'passed' | 'skipped' | 'not run' {
  if (failed > 0) return 'failed';
  if (passed > 0) return 'passed';
  return skipped > 0 ? 'skipped' : 'not run';
}

/** The three parts that a run talked to, a line each, and its notes. */
export function describeEnvironment(environment: EnvironmentRecord | undefined): string[] {
  if (!environment) return ['Environment: none was started'];
  const { hub, cub, cluster, notes = [] } = environment;
  return [`Hub: ${partText(hub)}`, `cub: ${partText(cub)}`, `Cluster: ${partText(cluster)}`, ...notes];
}

function partText({ kind, version, url, command, context }: EnvironmentPart): string {
  const where = kind === 'embedded' || kind === 'bundled' ? undefined : (url ?? command ?? context);
  return [kind, version, where && `(${where})`].filter(Boolean).join(' ');
}

/** `81 ms`, `2.4 s`, `1 min 5 s`. */
export function duration(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** `1 scenario`, `2 scenarios`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The closing line of a run, which other programs read. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
