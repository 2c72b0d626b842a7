/** What the variables `MTX_…` ask for. */
export interface Settings {
  hub: { kind: 'embedded' } | { kind: 'url'; url: string };
  /** `processes`: each command of the bundled one is a process of its own, as any other's are */
  cub: { kind: 'bundled'; processes: boolean } | { kind: 'external'; command: string };
  cluster:
    | { kind: 'embedded' }
    | { kind: 'kwok'; image?: string }
    | { kind: 'kind'; name?: string; image?: string; config?: string }
    | { kind: 'context'; context: string };
  /** how units reach the cluster: applied one by one, as in the tutorial's era, or released as the newest ConfigHub does */
  deploy: 'apply' | 'release';
  /** '' for none, undefined when the environment is to choose; ends with a hyphen */
  prefix: string | undefined;
  keep: Keep | undefined;
  /** how many times faster than told the emulators wait */
  pace: number;
  /** folder in which the lab keeps its state */
  state: string | undefined;
  /** file that tells of a cluster which all processes of a run share; set by the run itself */
  shared: string | undefined;
}

export type Keep = 'never' | 'failed' | 'always';

/** A setting that cannot be used; the message is one sentence that names the variable and what to write. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}
