// What resampling, pitch and the phase vocoder need. Addresses come from
// src/kernels/wasm/kernels.ts.

export { interpolate, interpolateBetween } from './interpolation';
export { findPeaks } from './peaks';
export { fromPolar, toPolar } from './polar';
