import { stripVTControlCharacters } from 'node:util';
import type { Attachment } from '@cucumber/messages';
import { AttachmentContentEncoding } from '@cucumber/messages';
import type {
  ChangeRecord,
  CheckpointRecord,
  ClusterRecord,
  CommandRecord,
  EnvironmentRecord,
  SkipRecord,
  SnapshotRecord,
  StateRecord,
} from '../media-types';
import { mediaTypes } from '../media-types';

/** What really happened in a step. */
export type Evidence =
  | ({ kind: 'command' } & CommandRecord)
  | ({ kind: 'cluster' } & ClusterRecord)
  | ({ kind: 'state' } & StateRecord)
  | ({ kind: 'change' } & ChangeRecord)
  | ({ kind: 'snapshot' } & SnapshotRecord)
  | ({ kind: 'checkpoint' } & CheckpointRecord)
  | ({ kind: 'skip' } & SkipRecord)
  | ({ kind: 'environment' } & EnvironmentRecord)
  | { kind: 'text'; title: string; text: string }
  | { kind: 'image'; title: string; source: string }
  | { kind: 'other'; title: string; bytes: number };

const kinds = new Map<string, Evidence['kind']>(
  Object.entries(mediaTypes).map(([kind, mediaType]) => [mediaType, kind as Evidence['kind']]),
);

/** What an attachment of cucumber's message stream tells. */
export function evidenceOf(attachment: Attachment): Evidence {
  const { mediaType } = attachment;
  const title = attachment.fileName ?? (mediaType === 'text/x.cucumber.log+plain' ? 'Log' : mediaType);
  if (mediaType.startsWith('image/'))
    return { kind: 'image', title, source: `data:${mediaType};base64,${base64Of(attachment)}` };
  const text = textOf(attachment);
  const kind = kinds.get(mediaType);
  if (kind) return { kind, ...(JSON.parse(text) as object) } as Evidence;
  if (/^text\/|json|yaml|xml/.test(mediaType))
    return { kind: 'text', title, text: stripVTControlCharacters(text) };
  return { kind: 'other', title, bytes: Buffer.from(base64Of(attachment), 'base64').length };
}

function textOf({ body, contentEncoding }: Attachment): string {
  return contentEncoding === AttachmentContentEncoding.BASE64
    ? Buffer.from(body, 'base64').toString('utf8')
    : body;
}

function base64Of({ body, contentEncoding }: Attachment): string {
  return contentEncoding === AttachmentContentEncoding.BASE64 ? body : Buffer.from(body).toString('base64');
}
