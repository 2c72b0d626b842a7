import type { Feature, GherkinDocument } from '@cucumber/messages';
import type { Counts, FeatureChapter, Scenario, Section } from './run';
import { slugOf } from './slug';
import { outcomeOf } from './status';

/**
 * The chapters of the report: a section for each stage (features tagged `@stage-N`), in order, then one for each
 * feature beside the stages. Features that a filter left without scenarios are there as well, so that a stage
 * that was not run is seen.
 */
export function sectionsOf(documents: readonly GherkinDocument[], scenarios: readonly Scenario[]): Section[] {
  const sections = new Map<string, Section>();
  for (const { feature, uri } of [...documents].sort((a, b) => compareTexts(a.uri, b.uri))) {
    if (!feature || !uri) continue;
    const chapter = chapterOf(feature, uri, scenarios);
    const stage = stageOf(chapter);
    const id = stage === undefined ? `feature-${slugOf(uri)}` : `stage-${stage}`;
    const section = sections.get(id) ?? emptySection(id, stage, chapter);
    section.features.push(chapter);
    sections.set(id, section);
  }
  return [...sections.values()].map(summed).sort(byStage);
}

function chapterOf(feature: Feature, uri: string, scenarios: readonly Scenario[]): FeatureChapter {
  return {
    id: slugOf(uri),
    uri,
    name: feature.name,
    narrative: dedent(feature.description),
    tags: feature.tags.map((tag) => tag.name),
    scenarios: scenarios.filter((scenario) => scenario.uri === uri).sort((a, b) => a.line - b.line),
  };
}

function stageOf(chapter: FeatureChapter): number | undefined {
  const tags = [...chapter.tags, ...chapter.scenarios.flatMap((scenario) => scenario.tags)];
  for (const tag of tags) {
    const stage = /^@stage-(\d+)$/.exec(tag)?.[1];
    if (stage) return Number(stage);
  }
  return undefined;
}

function emptySection(id: string, stage: number | undefined, first: FeatureChapter): Section {
  const title = first.name.replace(/^stage \d+\s*[:–—-]\s*/i, '');
  return { id, stage, title, features: [], counts: { passed: 0, failed: 0, skipped: 0 }, seconds: 0 };
}

function summed(section: Section): Section {
  const scenarios = scenariosOf(section);
  const seconds = scenarios.reduce((sum, scenario) => sum + scenario.seconds, 0);
  return { ...section, counts: countsOf(scenarios), seconds };
}

/** All scenarios of a section, in the order of its features. */
export function scenariosOf(section: Section): Scenario[] {
  return section.features.flatMap((feature) => feature.scenarios);
}

/** How many passed, failed (in whatever way) and were skipped. */
export function countsOf(scenarios: readonly Scenario[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const scenario of scenarios) counts[outcomeOf(scenario.status)] += 1;
  return counts;
}

function byStage(a: Section, b: Section): number {
  return (
    (a.stage ?? Number.POSITIVE_INFINITY) - (b.stage ?? Number.POSITIVE_INFINITY) || compareTexts(a.id, b.id)
  );
}

function compareTexts(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

function dedent(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
