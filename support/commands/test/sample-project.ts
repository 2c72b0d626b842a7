import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type ReportFile, reportFiles } from '../../report/write';
import { runTests } from './run';

/** A folder with features and steps of its own, to see how runs end and what they report. */
export interface SampleProject {
  folder: string;
  /** Runs it as `npm test` would, and tells how that ended. */
  run(...argv: string[]): Promise<{
    ok: boolean;
    output: string;
    lastLine: string;
    report(file: ReportFile | 'history.json'): string;
  }>;
  remove(): void;
}

/** Makes a sample project of features (name → Gherkin) and the text of one file of steps. */
export function sampleProject(features: Record<string, string>, steps: string): SampleProject {
  const folder = mkdtempSync(join(tmpdir(), 'microtraderx-sample-'));
  mkdirSync(join(folder, 'features'));
  symlinkSync(join(__dirname, '..', '..', '..', 'node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(features)) writeFileSync(join(folder, 'features', name), text);
  writeFileSync(join(folder, 'steps.js'), `${stepsPrologue}\n${steps}`);
  writeFileSync(
    join(folder, 'cucumber.json'),
    JSON.stringify({ default: { require: ['steps.js'], strict: true } }),
  );
  return {
    folder,
    async run(...argv) {
      // Each run must register its steps anew, as in a process of its own.
      delete require.cache[join(folder, 'steps.js')];
      let output = '';
      const stream = new Writable({
        write(chunk, _encoding, done) {
          output += String(chunk);
          done();
        },
      });
      // That a sample breaks is no news for the run that tries it.
      delete process.env.GITHUB_ACTIONS;
      const surroundings = { cwd: folder, env: process.env, stdout: stream, stderr: stream };
      const { ok } = await runTests(argv, surroundings, async () => undefined);
      const lastLine = output.trimEnd().split('\n').at(-1) ?? '';
      const reports = new Map<string, string>(
        [...reportFiles, 'history.json' as const]
          .filter((file) => existsSync(join(folder, 'reports', file)))
          .map((file) => [file, readFileSync(join(folder, 'reports', file), 'utf8')] as const),
      );
      return { ok, output, lastLine, report: (file) => reports.get(file) ?? '' };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const stepsPrologue = `
const { Given, When, Then, Before, After, BeforeAll, AfterAll } = require('@cucumber/cucumber');
const attach = (world, kind, value) =>
  world.attach(JSON.stringify(value), 'application/vnd.microtraderx.' + kind + '+json');
`;
