import { loadConfiguration, loadSources } from '@cucumber/cucumber/api';

/** Where a scenario is, as cucumber takes it: `features/a.feature:12`. */
export type Places = ReadonlyMap<string, string>;

/** Finds every scenario of the features by its name; those whose name is not their own are left out. */
export async function findScenarios(cwd: string): Promise<Places> {
  const { runConfiguration } = await loadConfiguration({ provided: [] }, { cwd });
  const { plan } = await loadSources(runConfiguration.sources, { cwd });
  const count = (name: string): number => plan.filter((one) => one.name === name).length;
  return new Map(
    plan
      .filter(({ name }) => count(name) === 1)
      .map(({ name, uri, location }) => [name, `${uri}:${location.line}`]),
  );
}
