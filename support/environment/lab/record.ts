import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Ready } from '../servers/ready';

/** What is remembered of a server of the lab, also after it has ended. */
export interface ServerRecord extends Ready {
  pid: number;
  port: number;
  /** fingerprint of the program that it runs */
  program: string;
}

/** The record in a file, or undefined when there is none that can be read. */
export function readRecord(file: string): ServerRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ServerRecord;
  } catch {
    return undefined;
  }
}

export function writeRecord(file: string, record: ServerRecord): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
