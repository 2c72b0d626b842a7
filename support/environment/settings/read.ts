import { distance } from './distance';
import { type Keep, type Settings, SettingsError } from './settings';

const variables = [
  'MTX_HUB',
  'MTX_CUB',
  'MTX_CLUSTER',
  'MTX_DEPLOY',
  'MTX_PREFIX',
  'MTX_KEEP',
  'MTX_KWOK_IMAGE',
  'MTX_KIND_IMAGE',
  'MTX_KIND_CONFIG',
  'MTX_PACE',
  'MTX_STATE',
  'MTX_SHARED_CLUSTER',
] as const;

type Values = Partial<Record<(typeof variables)[number], string>>;

/**
 * Reads the settings from environment variables; a variable that is empty counts as not set.
 *
 * @throws SettingsError for a value that cannot be used, and for a variable whose name is misspelt
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  refuseMisspelt(Object.keys(env));
  const values: Values = Object.fromEntries(variables.map((name) => [name, env[name]?.trim() || undefined]));
  const hub = readHub(values.MTX_HUB ?? 'embedded');
  const cub = readCub(values.MTX_CUB ?? (hub.kind === 'url' ? 'cub' : 'bundled'));
  const settings: Settings = {
    hub,
    cub,
    cluster: readCluster(values),
    deploy: readDeploy(values.MTX_DEPLOY ?? 'apply', hub, cub),
    prefix: readPrefix(values.MTX_PREFIX),
    keep: readKeep(values.MTX_KEEP),
    pace: readPace(values.MTX_PACE ?? '1'),
    state: values.MTX_STATE,
    shared: values.MTX_SHARED_CLUSTER,
  };
  // Where nobody else is, names need no prefix.
  if (hub.kind === 'embedded' && settings.cluster.kind === 'embedded') settings.prefix ??= '';
  return settings;
}

/** A setting under a name that is almost right would be ignored, and something else be tested than was meant. */
function refuseMisspelt(names: string[]): void {
  for (const name of names.filter((one) => one.startsWith('MTX_') && !isVariable(one))) {
    const meant = variables.find((known) => distance(known, name) <= 2);
    if (meant) throw new SettingsError(`${name} is no setting; was ${meant} meant?`);
  }
}

function isVariable(name: string): boolean {
  return (variables as readonly string[]).includes(name);
}

function readHub(value: string): Settings['hub'] {
  if (value === 'embedded') return { kind: 'embedded' };
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.username || url?.password)
    throw new SettingsError(
      'MTX_HUB must not hold a user or password; log in with `cub auth login` instead.',
    );
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname)
    throw new SettingsError(
      `MTX_HUB is "${value}"; write embedded, or the URL of a ConfigHub server such as https://hub.confighub.com.`,
    );
  if (url.pathname !== '/' || url.search || url.hash)
    throw new SettingsError(`MTX_HUB is "${value}"; write the URL without a path: ${url.origin}.`);
  return { kind: 'url', url: url.origin };
}

function readCub(value: string): Settings['cub'] {
  if (value === 'bundled' || value === 'bundled:processes')
    return { kind: 'bundled', processes: value !== 'bundled' };
  if (value.startsWith('bundled:'))
    throw new SettingsError(
      `MTX_CUB is "${value}"; write bundled, bundled:processes, or path or name of an executable.`,
    );
  return { kind: 'external', command: value };
}

function readCluster({
  MTX_CLUSTER,
  MTX_KWOK_IMAGE,
  MTX_KIND_IMAGE,
  MTX_KIND_CONFIG,
}: Values): Settings['cluster'] {
  const value = MTX_CLUSTER ?? 'embedded';
  const [kind, ...rest] = value.split(':');
  const name = rest.join(':');
  if (value === 'embedded') return { kind: 'embedded' };
  if (value === 'kwok') return { kind: 'kwok', image: MTX_KWOK_IMAGE };
  if (value === 'kind') return { kind: 'kind', image: MTX_KIND_IMAGE, config: MTX_KIND_CONFIG };
  if (kind === 'kind' && /^[a-z0-9][a-z0-9.-]*$/.test(name))
    return { kind: 'kind', name, image: MTX_KIND_IMAGE, config: MTX_KIND_CONFIG };
  if (kind === 'context' && name) return { kind: 'context', context: name };
  throw new SettingsError(
    `MTX_CLUSTER is "${value}"; write embedded, kwok, kind, kind:<name> or context:<kube context>.`,
  );
}

function readDeploy(value: string, hub: Settings['hub'], cub: Settings['cub']): Settings['deploy'] {
  if (value !== 'apply' && value !== 'release')
    throw new SettingsError(`MTX_DEPLOY is "${value}"; write apply or release.`);
  if (value === 'release' && hub.kind === 'url')
    throw new SettingsError(
      'MTX_DEPLOY is only for the embedded hub; at a ConfigHub server it is `cub` that tells how it deploys.',
    );
  if (value === 'release' && cub.kind !== 'bundled')
    throw new SettingsError('MTX_DEPLOY=release is played by the bundled cub; leave MTX_CUB out.');
  return value;
}

function readPrefix(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (/^[a-z][a-z0-9-]{0,29}$/.test(value)) return value.replace(/-*$/, '-');
  throw new SettingsError(
    `MTX_PREFIX is "${value}"; write a lower-case letter, then lower-case letters, digits and hyphens, at most 30 in all.`,
  );
}

function readKeep(value: string | undefined): Keep | undefined {
  if (value === undefined || value === 'never' || value === 'failed' || value === 'always') return value;
  throw new SettingsError(`MTX_KEEP is "${value}"; write never, failed or always.`);
}

function readPace(value: string): number {
  const pace = Number(value);
  if (pace >= 1 && pace <= 1000) return pace;
  throw new SettingsError(`MTX_PACE is "${value}"; write a number from 1 to 1000.`);
}
