export { diffConfig } from './diff-config';
export { mergeConfig } from './merge-config';
export type * from './model';
export { accumulate, hasChanges, markLocal } from './sources';
