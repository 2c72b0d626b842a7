import type { Attachment, Envelope } from '@cucumber/messages';
import { AttachmentContentEncoding } from '@cucumber/messages';
import type { Redactor } from './redact';

/** A copy of a cucumber message with the secrets masked in each of its texts and attachments. */
export function redactEnvelope(envelope: Envelope, redactor: Redactor): Envelope {
  if (!envelope.attachment) return redactValue(envelope, redactor) as Envelope;
  return { attachment: redactAttachment(envelope.attachment, redactor) };
}

function redactAttachment(attachment: Attachment, redactor: Redactor): Attachment {
  const { mediaType } = attachment;
  const encoded = attachment.contentEncoding === AttachmentContentEncoding.BASE64;
  if (!/json|text|yaml|xml/.test(mediaType)) return attachment;
  const body = encoded ? Buffer.from(attachment.body, 'base64').toString('utf8') : attachment.body;
  const masked = /json/.test(mediaType) ? redactJson(body, redactor) : redactor.redact(body);
  return { ...attachment, body: encoded ? Buffer.from(masked).toString('base64') : masked };
}

function redactJson(body: string, redactor: Redactor): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return redactor.redact(body);
  }
  return JSON.stringify(redactValue(value, redactor));
}

const IDENTIFIER = /^[\w-]{1,36}$/;

function redactValue(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.redact(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redactor));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]) => [key, redactEntry(key, item, redactor)]);
  return Object.fromEntries(entries);
}

function redactEntry(key: string, item: unknown, redactor: Redactor): unknown {
  if (key === 'args' && isTexts(item)) return redactor.redactArguments(item);
  if (/^id$|Id$|Ids$/.test(key) && typeof item === 'string' && IDENTIFIER.test(item)) return item;
  return redactValue(item, redactor);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
