import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type IRunConfiguration,
  type IRunEnvironment,
  type ISourcesCoordinates,
  loadConfiguration,
  loadSources,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { type Placed, placeOf } from '../../report/model/ids';
import { takeTurns } from '../../scenario/turns';
import { configurationChoice, hasOption } from './options';
import { type Shard, shardOf } from './shards/shard';
import { workersFor } from './workers';

/** What running the features needs from its process. */
export interface Surroundings {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdout: Writable;
  stderr: Writable;
  /** Ends the run early: what ran is reported, what was started is stopped. */
  interrupted?: AbortSignal;
}

/** A run that was made ready: what was asked for, and how to start it. */
export interface FeatureRun {
  dryRun: boolean;
  /** A format for the terminal was asked for, so nothing else may print progress there. */
  ownFormat: boolean;
  /** The run's process must end by force. */
  forceExit: boolean;
  /** Which part of the whole this is, where the run is shared out. */
  shard?: Shard;
  /** Runs the features; true when cucumber found all in order. Each message is told as it comes. */
  start(onMessage: (message: Envelope) => void): Promise<boolean>;
}

/**
 * Reads the arguments as cucumber's own and makes a run of them, in several processes where that is faster.
 *
 * @param durations the history of runs by which shards are balanced
 */
export async function prepareFeatures(
  argv: string[],
  surroundings: Surroundings,
  durations: string,
): Promise<FeatureRun> {
  const { cwd, env, stdout, stderr } = surroundings;
  const environment = { cwd, env, stdout, stderr };
  const choice = configurationChoice(argv);
  const { useConfiguration: used, runConfiguration: run } = await loadConfiguration(
    { ...choice, provided: argv },
    environment,
  );
  drawSeed(run.sources, stderr);
  const chooses = !hasOption(argv, '--parallel') && used.parallel === 0;
  const shared = run.sources.shard;
  const plan = chooses || shared || run.runtime.parallel > 1 ? await planOf(run.sources, environment) : [];
  const shard = shared ? shardOf(shared, plan, durations, cwd) : undefined;
  if (shard) keepOnly(shard, run);
  const scenarios = shard?.scenarios ?? plan;
  if (chooses) run.runtime.parallel = workersFor(scenarios.length, availableParallelism());
  takeTurns(scenarios, Math.max(run.runtime.parallel, 1));
  run.support.requireModules = run.support.requireModules?.map(keepingWhatIsCompiled) ?? [];
  const ownFormat = used.format.some((format) =>
    Array.isArray(format) ? !format[1] : !format.includes(':'),
  );
  return {
    dryRun: used.dryRun,
    ownFormat,
    forceExit: used.forceExit,
    ...(shard ? { shard } : {}),
    async start(onMessage) {
      const printed = { ...environment, stdout: ownFormat ? stdout : nowhere() };
      return (await runCucumber(run, printed, onMessage)).success;
    },
  };
}

/** Cucumber by itself draws one each time that it looks for scenarios, which happens more than once. */
function drawSeed(sources: ISourcesCoordinates, stderr: Writable): void {
  if (sources.order !== 'random') return;
  const seed = Math.floor(Math.random() * 1_000_000);
  sources.order = `random:${seed}`;
  stderr.write(`In random order; to repeat it: --order random:${seed}\n`);
}

async function planOf(sources: ISourcesCoordinates, environment: IRunEnvironment): Promise<Placed[]> {
  const { plan } = await loadSources(sources, environment);
  return plan.map(({ uri, location, name }) => ({ uri, line: location.line, name }));
}

/** Cucumber by itself shares out by number; a plugin keeps the scenarios of our split instead. */
function keepOnly(shard: Shard, run: IRunConfiguration): void {
  delete run.sources.shard;
  const kept = shard.scenarios.map(placeOf);
  run.plugins = {
    specifiers: [...(run.plugins?.specifiers ?? []), shardPlugin],
    options: { ...run.plugins?.options, microtraderx: { kept } },
  };
}

const shardPlugin = pathToFileURL(join(__dirname, 'shards', 'plugin.cjs')).href;

/** `ts-node`, which a run of cucumber by itself loads, is loaded by our own tools only when something has changed. */
function keepingWhatIsCompiled(module: string): string {
  return module === 'ts-node/register' ? join(__dirname, '..', '..', 'typescript.cjs') : module;
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
