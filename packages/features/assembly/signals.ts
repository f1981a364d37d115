// The kernels of resampling, levels, pitch and the phase vocoder. Addresses come from
// src/kernels/wasm/kernels.ts.

export { framePowers } from './frame-powers';
export { frameSquares } from './frame-squares';
export { interpolate, interpolateBetween } from './interpolation';
export { findPeaks } from './peaks';
export { fromPolar, toPolar } from './polar';
