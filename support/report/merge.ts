import { type Envelope, type TestRunFinished, TimeConversion, type Timestamp } from '@cucumber/messages';

/** Reports that cannot be put together. */
export class MergeError extends Error {
  override name = 'MergeError';
}

/** The messages of one part of a run, and where they are from. */
export interface RunPart {
  from: string;
  messages: readonly Envelope[];
}

/**
 * Puts the parts of a run together, such as shards on several machines: as if one run had gone through all of their
 * scenarios, from the first start to the last end. Features that several parts have read are told once.
 *
 * @throws MergeError when two parts ran the same scenario, or one is no run at all
 */
export function mergeRuns(parts: readonly RunPart[]): Envelope[] {
  for (const part of parts) checkBegun(part);
  checkDisjoint(parts);
  const messages = parts.flatMap((part) => part.messages);
  const begun = messages.flatMap(({ testRunStarted }) => testRunStarted ?? []);
  const ended = messages.flatMap(({ testRunFinished }) => testRunFinished ?? []);
  const first = [...begun].sort((a, b) => milliseconds(a.timestamp) - milliseconds(b.timestamp))[0];
  const told = new Set<string>();
  const between = messages.filter((message) => {
    if (message.testRunStarted || message.testRunFinished) return false;
    const once = onceOnly(message);
    if (once === undefined) return true;
    if (told.has(once)) return false;
    told.add(once);
    return true;
  });
  const meta = between.filter((message) => message.meta);
  return [
    ...meta,
    ...(first ? [{ testRunStarted: first }] : []),
    ...between.filter((message) => !message.meta),
    ...(ended.length === parts.length ? [{ testRunFinished: endOf(ended) }] : []),
  ];
}

function checkBegun({ from, messages }: RunPart): void {
  if (messages.some(({ testRunStarted }) => testRunStarted)) return;
  throw new MergeError(
    `${from} tells of no run; give the folder that a run with --shard wrote its reports to.`,
  );
}

function checkDisjoint(parts: readonly RunPart[]): void {
  const seen = new Map<string, string>();
  for (const { from, messages } of parts)
    for (const scenario of scenariosRun(messages)) {
      const other = seen.get(scenario);
      if (other && other !== from)
        throw new MergeError(
          `${scenario} is in ${other} and in ${from}; give one folder for each shard of one run.`,
        );
      seen.set(scenario, from);
    }
}

/** `uri:line of the pickle's own step or row` of each scenario that a part has run. */
function scenariosRun(messages: readonly Envelope[]): string[] {
  const chosen = new Set(messages.flatMap(({ testCase }) => testCase?.pickleId ?? []));
  return messages.flatMap(({ pickle }) =>
    pickle && chosen.has(pickle.id) ? `${pickle.uri}:${pickle.location?.line} ${pickle.name}` : [],
  );
}

/** By what a message is known that every part has; of the documents all stay, as scenarios refer to their own. */
function onceOnly({ meta, source }: Envelope): string | undefined {
  if (meta) return 'meta';
  return source && `source ${source.uri}`;
}

function endOf(ended: readonly TestRunFinished[]): TestRunFinished {
  const last = [...ended].sort((a, b) => milliseconds(a.timestamp) - milliseconds(b.timestamp)).at(-1);
  const failing = ended.find(({ exception }) => exception);
  const timestamp = last?.timestamp ?? { seconds: 0, nanos: 0 };
  const success = ended.every((end) => end.success);
  return { timestamp, success, ...(failing?.exception ? { exception: failing.exception } : {}) };
}

function milliseconds(time: Timestamp): number {
  return TimeConversion.timestampToMillisecondsSinceEpoch(time);
}
