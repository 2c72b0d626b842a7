import fc from 'fast-check';

/** What the property tests vary: a Deployment with containers, and ConfigMaps beside it. */
export interface Unit {
  replicas: number;
  namespace: string;
  labels: Record<string, string>;
  containers: Container[];
  settings: Record<string, Record<string, string>>;
}

interface Container {
  name: string;
  image: string;
  env: { name: string; value: string }[];
  ports: number[];
  args: string[];
}

/** A change of a unit, with words for the report of a failure. */
export interface Edit {
  words: string;
  apply(unit: Unit): Unit;
}

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
const value = fc.oneof(word, fc.constantFrom('true', '5', 'a: b', 'x # y', '', 'http://h:80'));
const name = fc.constantFrom('main', 'proxy', 'cache');
const number = fc.integer({ min: 1, max: 9 });

const container = (named: string): fc.Arbitrary<Container> =>
  fc.record({
    name: fc.constant(named),
    image: word.map((text) => `repo/${text}:v1`),
    env: fc.uniqueArray(fc.record({ name: word, value }), {
      selector: (variable) => variable.name,
      maxLength: 3,
    }),
    ports: fc.uniqueArray(fc.integer({ min: 80, max: 84 }), { maxLength: 2 }),
    args: fc.array(word, { maxLength: 3 }),
  });

/** Any unit to start from. */
export const unit: fc.Arbitrary<Unit> = fc.record({
  replicas: number,
  namespace: fc.constantFrom('confighubplaceholder', 'default'),
  labels: fc.dictionary(word, value, { maxKeys: 3 }),
  containers: fc
    .tuple(container('main'), fc.option(container('proxy'), { nil: undefined }))
    .map((found) => found.filter((one) => one !== undefined)),
  settings: fc.dictionary(
    fc.constantFrom('one', 'two'),
    fc.dictionary(word, value, { minKeys: 1, maxKeys: 2 }),
    { maxKeys: 2 },
  ),
});

/** Up to five changes; they may meet what another side changes, and what is not there they leave alone. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    number.map((replicas) => edit(`replicas ${replicas}`, (old) => ({ ...old, replicas }))),
    word.map((namespace) => edit(`namespace ${namespace}`, (old) => ({ ...old, namespace }))),
    fc
      .tuple(word, value)
      .map(([key, text]) =>
        edit(`label ${key}`, (old) => ({ ...old, labels: { ...old.labels, [key]: text } })),
      ),
    word.map((key) => edit(`no label ${key}`, (old) => ({ ...old, labels: without(old.labels, key) }))),
    fc
      .tuple(name, word)
      .map(([one, text]) =>
        inContainer(`image ${one}`, one, (old) => ({ ...old, image: `repo/${text}:v2` })),
      ),
    fc
      .tuple(name, word, value, fc.nat(3))
      .map(([one, variable, text, at]) =>
        inContainer(`env ${one} ${variable}`, one, (old) => setVariable(old, variable, text, at)),
      ),
    fc.tuple(name, word).map(([one, variable]) =>
      inContainer(`no env ${one} ${variable}`, one, (old) => ({
        ...old,
        env: old.env.filter((item) => item.name !== variable),
      })),
    ),
    fc
      .tuple(name, fc.integer({ min: 80, max: 86 }))
      .map(([one, port]) => inContainer(`port ${one} ${port}`, one, (old) => togglePort(old, port))),
    fc
      .tuple(name, fc.nat(3), word)
      .map(([one, at, text]) => inContainer(`arg ${one} ${at}`, one, (old) => setArgument(old, at, text))),
    name.chain(container).map((added) => edit(`container ${added.name}`, (old) => addContainer(old, added))),
    name.map((one) => edit(`no container ${one}`, (old) => removeContainer(old, one))),
    fc.tuple(fc.constantFrom('one', 'two', 'three'), word, value).map(([one, key, text]) =>
      edit(`setting ${one} ${key}`, (old) => ({
        ...old,
        settings: { ...old.settings, [one]: { ...old.settings[one], [key]: text } },
      })),
    ),
    fc
      .constantFrom('one', 'two')
      .map((one) => edit(`no settings ${one}`, (old) => ({ ...old, settings: without(old.settings, one) }))),
  ),
  { maxLength: 5 },
);

function edit(words: string, apply: Edit['apply']): Edit {
  return { words, apply };
}

function inContainer(words: string, one: string, change: (container: Container) => Container): Edit {
  return edit(words, (old) => ({
    ...old,
    containers: old.containers.map((candidate) => (candidate.name === one ? change(candidate) : candidate)),
  }));
}

function setVariable(old: Container, variable: string, text: string, at: number): Container {
  if (old.env.some((item) => item.name === variable)) {
    return { ...old, env: old.env.map((item) => (item.name === variable ? { ...item, value: text } : item)) };
  }
  return { ...old, env: old.env.toSpliced(at, 0, { name: variable, value: text }) };
}

function togglePort(old: Container, port: number): Container {
  const ports = old.ports.includes(port) ? old.ports.filter((other) => other !== port) : [...old.ports, port];
  return { ...old, ports };
}

function setArgument(old: Container, at: number, text: string): Container {
  return { ...old, args: at < old.args.length ? old.args.with(at, text) : [...old.args, text] };
}

function addContainer(old: Unit, added: Container): Unit {
  const isThere = old.containers.some((candidate) => candidate.name === added.name);
  return isThere ? old : { ...old, containers: [...old.containers, added] };
}

function removeContainer(old: Unit, one: string): Unit {
  return { ...old, containers: old.containers.filter((candidate) => candidate.name !== one) };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

/**
 * The unit as a person would have written it, with comments above and behind. No two ConfigMaps are alike, so that none
 * is taken for another one that was renamed.
 */
export function render({ replicas, namespace, labels, containers, settings }: Unit): string {
  const labelLines = Object.entries(labels).map(
    ([key, text]) => `    ${key}: ${JSON.stringify(text)} # label ${key}`,
  );
  const deployment = [
    '# the workload',
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  name: trade-service',
    `  namespace: ${namespace} # where`,
    ...(labelLines.length > 0 ? ['  labels: # of the workload', ...labelLines] : []),
    'spec:',
    '  # how many',
    `  replicas: ${replicas} # scale`,
    '  template:',
    '    spec:',
    '      # set off',
    '',
    ...(containers.length > 0 ? ['      containers:', ...containers.flatMap(renderContainer)] : []),
    '      restartPolicy: Always',
  ];
  const maps = Object.entries(settings).map(([key, data]) => [
    '---',
    `# settings ${key}`,
    `apiVersion: v1 # ${key}`,
    `kind: ConfigMap # ${key}`,
    `metadata: # ${key}`,
    `  name: ${key} # settings`,
    `data: # ${key}`,
    ...Object.entries(data).map(
      ([field, text]) => `  ${key}-${field}: ${JSON.stringify(text)} # ${key} ${field}`,
    ),
  ]);
  return `${[deployment, ...maps].map((part) => part.join('\n')).join('\n')}\n`;
}

function renderContainer({ name: named, image, env, ports, args }: Container): string[] {
  return [
    `        # container ${named}`,
    `        - name: ${named} # name`,
    `          image: ${image} # ${named}`,
    ...(env.length > 0 ? [`          env: # of ${named}`] : []),
    ...env.flatMap(({ name: variable, value: text }) => [
      `            # ${named} ${variable}`,
      `            - name: ${variable} # in ${named}`,
      `              value: ${JSON.stringify(text)} # ${named} ${variable}`,
    ]),
    ...(ports.length > 0
      ? [
          `          ports: # of ${named}`,
          ...ports.map((port) => `            - containerPort: ${port} # ${named}`),
        ]
      : []),
    ...(args.length > 0
      ? [`          args: # of ${named}`, ...args.map((text) => `            - ${text}`)]
      : []),
  ];
}
