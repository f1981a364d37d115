export { hpss, type Separated } from './hpss.ts';
export type { HpssOptions } from './util/hpss-options.ts';
