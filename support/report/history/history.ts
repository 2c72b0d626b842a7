import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result, Run, Scenario } from '../model/run';
import { outcomeOf } from '../model/status';

/** The newest results of each scenario, oldest first, by its id. */
export type History = Record<string, Result[]>;

const FILE = 'history.json';
const DAMAGED = 'history.damaged.json';

/** So many results of a scenario are kept. */
const KEPT = 20;

/**
 * The run with each scenario's earlier results and its own, which are written down for the next run.
 *
 * A history that cannot be read is put aside and begun anew: it must not cost anybody a report.
 *
 * @param directory where the reports are
 */
export function remembering(run: Run, directory: string): Run {
  const history = readHistory(directory);
  const at = run.started;
  const withTrend = (scenario: Scenario): Scenario => {
    const own: Result = {
      at,
      outcome: outcomeOf(scenario.status),
      seconds: scenario.seconds,
      ...(scenario.attempts > 1 ? { attempts: scenario.attempts } : {}),
    };
    const trend = [...(history[scenario.id] ?? []).filter((result) => result.at !== at), own].slice(-KEPT);
    history[scenario.id] = trend;
    return { ...scenario, trend };
  };
  const sections = run.sections.map((section) => ({
    ...section,
    features: section.features.map((feature) => ({
      ...feature,
      scenarios: feature.scenarios.map(withTrend),
    })),
  }));
  writeFileSync(join(directory, FILE), `${JSON.stringify(history)}\n`);
  return { ...run, sections };
}

function readHistory(directory: string): History {
  const file = join(directory, FILE);
  try {
    const known: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isHistory(known)) return known;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    if (!(error instanceof SyntaxError)) throw error;
  }
  renameSync(file, join(directory, DAMAGED));
  return {};
}

/** Whether a value that was read is a history. */
export function isHistory(value: unknown): value is History {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(
    (results) =>
      Array.isArray(results) && results.every((result) => typeof (result as Result)?.outcome === 'string'),
  );
}
