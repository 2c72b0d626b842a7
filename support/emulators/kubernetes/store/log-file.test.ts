import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogDamagedError, LogFile } from './log-file';

describe('log file', () => {
  let folder: string;
  let path: string;

  const reopen = async (use: (log: LogFile) => void = () => undefined): Promise<unknown[]> => {
    const records: unknown[] = [];
    const log = LogFile.open(path, (record) => records.push(record));
    use(log);
    await log.close();
    return records;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
    path = join(folder, 'log.jsonl');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was appended', async () => {
    await reopen((log) => [1, 2].forEach((n) => void log.append({ n })));
    assert.deepEqual(await reopen(), [{ n: 1 }, { n: 2 }]);
  });

  it('cuts a torn last line, so that the next record does not grow onto it', async () => {
    await reopen((log) => log.append({ n: 1 }));
    appendFileSync(path, '{"n":2');
    assert.deepEqual(await reopen((log) => log.append({ n: 3 })), [{ n: 1 }]);
    assert.deepEqual(await reopen(), [{ n: 1 }, { n: 3 }]);
  });

  it('refuses a file that is damaged in the middle, and says where', async () => {
    writeFileSync(path, '{"n":1}\nrubbish\n{"n":3}\n');
    assert.throws(() => LogFile.open(path, () => undefined), LogDamagedError);
    assert.throws(() => LogFile.open(path, () => undefined), /log\.jsonl is damaged in line 2\./);
  });

  it('replaces all records at once and goes on after them', async () => {
    await reopen((log) => {
      for (let n = 0; n < 100; n += 1) log.append({ n });
      log.replace([{ n: 'all' }]);
      log.append({ n: 'more' });
    });
    assert.deepEqual(await reopen(), [{ n: 'all' }, { n: 'more' }]);
    assert.equal(readFileSync(path, 'utf8').split('\n').length, 3);
  });
});
