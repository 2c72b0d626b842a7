import type { Settings } from '../../environment/settings/settings';

/** What a check has found; a `bad` one keeps the scenarios from running. */
export interface Finding {
  state: 'good' | 'note' | 'bad';
  text: string;
  /** what to do about it */
  todo?: string;
}

export interface CheckContext {
  settings: Settings;
  env: NodeJS.ProcessEnv;
}

/** Looks at one thing that an environment needs. */
export type Check = (context: CheckContext) => Promise<Finding>;

export const good = (text: string): Finding => ({ state: 'good', text });
export const note = (text: string, todo: string): Finding => ({ state: 'note', text, todo });
export const bad = (text: string, todo: string): Finding => ({ state: 'bad', text, todo });
