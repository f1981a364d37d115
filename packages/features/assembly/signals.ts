// The kernels of levels, pitch and the phase vocoder. Addresses come from
// src/kernels/wasm/kernels.ts.

export { framePowers } from './frame-powers';
export { frameSquares } from './frame-squares';
export { findPeaks } from './peaks';
export { fromPolar, toPolar } from './polar';
