// The kernels of resampling, pitch and the phase vocoder. Addresses come from
// src/kernels/wasm/kernels.ts.

export { interpolate, interpolateBetween } from './interpolation';
export { findPeaks } from './peaks';
export { fromPolar, toPolar } from './polar';
