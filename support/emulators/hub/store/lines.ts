import { existsSync, readFileSync, truncateSync } from 'node:fs';

/** What one line of the journal holds: rows by table, `null` for a row that was removed. */
export type Operation = [table: string, id: string, row: object | null];

/** One transaction as a line. */
export function toLine(operations: Operation[]): string {
  return JSON.stringify(operations);
}

/**
 * Reads a journal. A torn last line, left by a process that was killed in mid-write, was never acknowledged: it is
 * cut off the file, so that the next append starts a line of its own.
 * @returns the transactions, oldest first, and the size of the good part in bytes
 * @throws Error naming the line, when a line before the last is damaged
 */
export function readLines(path: string): { transactions: Operation[][]; bytes: number } {
  if (!existsSync(path)) return { transactions: [], bytes: 0 };
  const content = readFileSync(path);
  const transactions: Operation[][] = [];
  let start = 0;
  while (start < content.length) {
    const end = content.indexOf(0x0a, start);
    if (end === -1) break;
    transactions.push(parseLine(path, transactions.length + 1, content.toString('utf8', start, end)));
    start = end + 1;
  }
  if (start < content.length) truncateSync(path, start);
  return { transactions, bytes: start };
}

function parseLine(path: string, number: number, line: string): Operation[] {
  try {
    return JSON.parse(line) as Operation[];
  } catch (cause) {
    throw new Error(
      `${path} line ${number} is damaged; restore the file or start with an empty state folder`,
      {
        cause,
      },
    );
  }
}
