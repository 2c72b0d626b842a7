import { AttachmentContentEncoding, type Envelope } from '@cucumber/messages';
import { mediaTypes, type ShardRecord } from './media-types';
import { counted } from './words';

/** A message that says which shard a run is, for those who merge the shards. */
export function shardMessage(record: ShardRecord): Envelope {
  const body = JSON.stringify(record);
  const contentEncoding = AttachmentContentEncoding.IDENTITY;
  return { attachment: { body, contentEncoding, mediaType: mediaTypes.shard } };
}

/** Which shard the run of these messages was, if it was one. */
export function shardRecordIn(messages: readonly Envelope[]): ShardRecord | undefined {
  const found = messages.find(isShardMessage)?.attachment;
  return found && (JSON.parse(found.body) as ShardRecord);
}

/** True of the message that {@link shardMessage} makes. */
export function isShardMessage({ attachment }: Envelope): boolean {
  return attachment?.mediaType === mediaTypes.shard;
}

/** A shard, and where its messages are from. */
export interface FoundShard {
  from: string;
  record: ShardRecord;
}

/**
 * Why these are not the shards of one run, if so: two that divided the scenarios in different ways run some scenarios
 * twice and others never.
 */
export function disagreement(shards: readonly FoundShard[]): string | undefined {
  const [first, ...others] = shards;
  if (!first) return undefined;
  for (const other of others) {
    const [a, b] = [first.record, other.record];
    const both = `${first.from} and ${other.from}`;
    if (a.of !== b.of) return `${both} are of ${a.of} and of ${b.of} shards.`;
    if (a.split === b.split) continue;
    if (a.durations !== b.durations)
      return `${both} divided the scenarios by different durations (${told(a)} and ${told(b)}), so some ran twice and some never. Give each shard the same file in MTX_DURATIONS.`;
    return `${both} differ in their features or options: they knew ${a.scenarios} and ${b.scenarios} scenarios.`;
  }
  const seen = new Map<number, string>();
  for (const { from, record } of shards) {
    const other = seen.get(record.index);
    if (other !== undefined) return `${other} and ${from} are both shard ${record.index} of ${record.of}.`;
    seen.set(record.index, from);
  }
  return undefined;
}

function told({ durations }: ShardRecord): string {
  return durations ? `digest ${durations}` : 'none';
}

/**
 * What shards that agree leave out of the whole.
 *
 * @param ran how many scenarios there are in them
 */
export function missing(shards: readonly FoundShard[], ran: number): string | undefined {
  const record = shards[0]?.record;
  if (!record) return undefined;
  const there = new Set(shards.map((shard) => shard.record.index));
  const absent = Array.from({ length: record.of }, (_, at) => at + 1).filter((index) => !there.has(index));
  if (absent.length === 0 && ran === record.scenarios) return undefined;
  const who = absent.length > 0 ? `Shard ${absent.join(', ')} of ${record.of} is missing: ` : '';
  return `${who}${counted(record.scenarios - ran, 'scenario')} of ${record.scenarios} did not run.`;
}
