/** Below this many scenarios a further process costs more for loading than it saves. */
const SCENARIOS_WORTH_A_PROCESS = 6;
const MOST_PROCESSES = 4;

/** How many processes a run is fastest with: 0 is cucumber's word for "in this one". */
export function workersFor(scenarios: number, cores: number): number {
  const workers = Math.min(cores, MOST_PROCESSES, Math.floor(scenarios / SCENARIOS_WORTH_A_PROCESS));
  return workers >= 2 ? workers : 0;
}
