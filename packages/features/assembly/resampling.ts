// The kernels of resampling. Addresses come from src/kernels/resample/wasm-convolver.ts and from
// src/kernels/wasm/kernels.ts, whose memories these functions work on.

export {
  filter,
  filterRepeated,
  fold,
  repeat,
  signalOf,
  spectrum,
  transform,
  unfiltered,
} from './band-filter';
export { interpolate, interpolateBetween } from './interpolation';
