import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSettings, startEnvironment } from '../environment';
import { projectRoot } from '../environment/build';
import { scratchFolder } from '../environment/scratch/scratch';
import { commandLine } from './bench/command-line';
import { costPerUnit } from './bench/cost-per-unit';
import { figureLine, keeps, type Part } from './bench/figure';
import { labStart } from './bench/lab-start';
import { load } from './bench/load';
import { ready } from './bench/ready';
import { rounds } from './bench/rounds';
import { wholeSuite } from './bench/whole-suite';

const { stdout, stderr } = process;

/**
 * `npm run bench [-- PART…] [--json] [--real-cub PATH] [--rounds N]`: measures, prints, and exits 1 when a bound is
 * broken. Parts: ready, lab, command, suite, units, load, rounds (100 of them, or N); all when none is named.
 */
async function main(argv: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'real-cub': { type: 'string' },
      rounds: { type: 'string', default: '100' },
    },
  });
  const { MTX_REAL_CUB, ...env } = process.env;
  const realCub = values['real-cub'] ?? MTX_REAL_CUB;
  const parts: Record<string, () => Promise<Part>> = {
    ready,
    lab: labStart,
    command: () => inEnvironment(env, (environment) => commandLine(environment, realCub, process.version)),
    suite: () => wholeSuite(projectRoot),
    units: () => inEnvironment(env, costPerUnit),
    load,
    rounds: () => rounds(Number(values.rounds)),
  };
  const unknown = positionals.find((name) => !(name in parts));
  if (unknown)
    throw new RangeError(`The bench has no part ${unknown}; it has ${Object.keys(parts).join(', ')}.`);
  const measured: Part[] = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    const part = await parts[name]?.();
    if (!part) continue;
    measured.push(part);
    if (!values.json) stdout.write(`${partText(part)}\n\n`);
  }
  const broken = measured.flatMap((part) => part.figures).filter((figure) => !keeps(figure));
  if (values.json) stdout.write(`${JSON.stringify({ node: process.version, parts: measured }, null, 2)}\n`);
  else stdout.write(broken.length === 0 ? 'All bounds are kept.\n' : `${broken.length} bounds are broken.\n`);
  return broken.length === 0;
}

function partText({ title, figures, notRun = [] }: Part): string {
  return [title, ...figures.map(figureLine), ...notRun.map((what) => `  not measured: ${what}`)].join('\n');
}

/** Starts an embedded environment as the tests do, in a folder that is thrown away. */
async function inEnvironment(
  env: NodeJS.ProcessEnv,
  measure: (environment: Awaited<ReturnType<typeof startEnvironment>>) => Promise<Part>,
): Promise<Part> {
  const stateDir = scratchFolder();
  const settings = readSettings({ ...env, MTX_PACE: '50' });
  const environment = await startEnvironment(settings, { stateDir, log: () => undefined });
  try {
    return await measure(environment);
  } finally {
    await environment.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
