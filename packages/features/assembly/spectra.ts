// The kernels of bands, levels and checks, which most functions need. They are a module of their own
// so that it loads fast. Addresses come from src/kernels/wasm/kernels.ts, on whose memory these
// functions work.

export { decibels, greatest, raise } from './decibels';
export { filterFour, square } from './filters';
export { areFinite } from './finite';
export { weightedRows } from './weighted-rows';
