import { groups, type Verdicts } from './run';

/** A cluster that was checked. */
export interface Checked {
  name: string;
  version: string;
  verdicts: Verdicts;
}

/** A page of Markdown: what was checked when, and for each group of behaviours which cluster has them. */
export function conformancePage(clusters: readonly Checked[], when: Date): string {
  const versions = clusters.map(({ name, version }) => `${name} (${version})`).join(', ');
  return [
    '# What the features rest on, side by side',
    '',
    `Seen on ${when.toISOString().slice(0, 10)} by \`npm run conformance -- ${clusters.map(({ name }) => name).join(' ')} --write\`:`,
    `${versions}. As said: ${totals(clusters)}.`,
    '',
    conformanceTable(clusters),
  ].join('\n');
}

function conformanceTable(clusters: readonly Checked[]): string {
  const parts = groups.flatMap(({ title, checks }) => {
    const rows = checks.filter(({ behaviour }) => clusters.some(({ verdicts }) => verdicts.has(behaviour)));
    if (rows.length === 0) return [];
    const names = clusters.map(({ name }) => name);
    return [
      [
        `## ${title}\n`,
        `| Behaviour | ${names.join(' | ')} |`,
        `|---${'|---'.repeat(names.length)}|`,
        ...rows.map(
          ({ behaviour }) => `| ${cell(behaviour)} | ${clusters.map(verdictIn(behaviour)).join(' | ')} |`,
        ),
      ].join('\n'),
    ];
  });
  return `${parts.join('\n\n')}\n`;
}

/** Each difference in full, for the terminal. */
export function differences(clusters: readonly Checked[]): string[] {
  return clusters.flatMap(({ name, verdicts }) =>
    [...verdicts].flatMap(([behaviour, seen]) =>
      seen === undefined ? [] : `${name}: ${behaviour}\n  ${indented(seen)}`,
    ),
  );
}

/** How many behaviours are as said, of each cluster. */
export function totals(clusters: readonly Checked[]): string {
  return clusters
    .map(({ name, verdicts }) => {
      const good = [...verdicts.values()].filter((seen) => seen === undefined).length;
      return `${name} ${good} of ${verdicts.size}`;
    })
    .join(', ');
}

function verdictIn(behaviour: string): (cluster: Checked) => string {
  return ({ verdicts }) => {
    if (!verdicts.has(behaviour)) return '';
    return verdicts.get(behaviour) === undefined ? 'yes' : '**no**';
  };
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function indented(text: string): string {
  return text.split('\n').filter(Boolean).join('\n  ');
}
