import { existsSync, statSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { Envelope } from '@cucumber/messages';
import { createRedactor } from './redact';
import { redactEnvelope } from './redact-messages';
import { readRemembered } from './secrets-file';

/** A terminal without secrets, for formats of cucumber's own. */
export interface MaskedOutput {
  /** Shows what is written to it; asked for its width or its colours, it answers as the real terminal. */
  stream: Writable;
  /** To be told each message before it is shown: a secret may be known by where it stands in an attachment. */
  learnFrom(message: Envelope): void;
}

/** Masks what `output` shows; `file` is where the processes of the run remember their secrets. */
export function maskedOutput(output: Writable, file: string): MaskedOutput {
  const redactor = createRedactor();
  let read = 0;
  const learnFromFile = (): void => {
    const size = existsSync(file) ? statSync(file).size : 0;
    if (size === read) return;
    for (const secret of readRemembered(file)) redactor.add(secret);
    read = size;
  };
  const masked = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      learnFromFile();
      output.write(redactor.redact(String(chunk)), done);
    },
  });
  return {
    stream: likeTerminal(masked, output),
    learnFrom(message) {
      redactEnvelope(message, redactor);
    },
  };
}

const TERMINAL = new Set<string | symbol>(['isTTY', 'columns', 'rows', 'getColorDepth', 'hasColors']);

function likeTerminal(masked: Writable, output: Writable): Writable {
  return new Proxy(masked, {
    get(target, property) {
      const own = Reflect.get(target, property) as unknown;
      if (own !== undefined || !TERMINAL.has(property)) return own;
      const asked = Reflect.get(output, property) as unknown;
      return typeof asked === 'function' ? asked.bind(output) : asked;
    },
  });
}
