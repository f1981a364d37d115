export type { Numbers, Tolerance } from './find-difference.ts';
export { haveRavdessMini, RAVDESS_MINI, ravdessMiniFile } from './ravdess-mini.ts';
export { seeded } from './seeded.ts';
