export type { Numbers, Tolerance } from './find-difference.ts';
export { describeWith, type Need, REAL_CLIPS, testWith } from './needs.ts';
export { RAVDESS_MINI, ravdessMiniFile } from './ravdess-mini.ts';
export { type LimitedOptions, type LimitedRun, runLimited } from './run-limited.ts';
export { seeded } from './seeded.ts';
