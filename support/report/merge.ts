import { type Envelope, type TestRunFinished, TimeConversion, type Timestamp } from '@cucumber/messages';
import { disagreement, isShardMessage, missing, shardRecordIn } from './shards';

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
 * scenarios, from the first start to the last end. Features that several parts have read are told once. When shards are
 * missing the whole is a run that failed, and says so.
 *
 * @throws MergeError when two parts ran the same scenario, or divided the scenarios in different ways, or one is no run
 */
export function mergeRuns(parts: readonly RunPart[]): Envelope[] {
  for (const part of parts) checkBegun(part);
  const shards = parts.flatMap(({ from, messages }) => {
    const record = shardRecordIn(messages);
    return record ? [{ from, record }] : [];
  });
  const reason = disagreement(shards);
  if (reason) throw new MergeError(`These are not the shards of one run: ${reason}`);
  const ran = checkDisjoint(parts);
  const absent = missing(shards, ran);
  const messages = parts.flatMap((part) => part.messages.filter((message) => !isShardMessage(message)));
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
    ...(ended.length === parts.length || absent ? [{ testRunFinished: endOf(ended, absent) }] : []),
  ];
}

function checkBegun({ from, messages }: RunPart): void {
  if (messages.some(({ testRunStarted }) => testRunStarted)) return;
  throw new MergeError(
    `${from} tells of no run; give the folder that a run with --shard wrote its reports to.`,
  );
}

/** Tells how many scenarios there are in all parts. */
function checkDisjoint(parts: readonly RunPart[]): number {
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
  return seen.size;
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

function endOf(ended: readonly TestRunFinished[], absent: string | undefined): TestRunFinished {
  const last = [...ended].sort((a, b) => milliseconds(a.timestamp) - milliseconds(b.timestamp)).at(-1);
  const exception = absent
    ? { type: 'MergeError', message: absent }
    : ended.find((end) => end.exception)?.exception;
  const timestamp = last?.timestamp ?? { seconds: 0, nanos: 0 };
  const success = !absent && ended.every((end) => end.success);
  return { timestamp, success, ...(exception ? { exception } : {}) };
}

function milliseconds(time: Timestamp): number {
  return TimeConversion.timestampToMillisecondsSinceEpoch(time);
}
