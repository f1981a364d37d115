// The kernels of the functionals of speech. Addresses come from src/kernels/wasm/kernels.ts.

export { autocorrelation } from './autocorrelation';
export { doubleDecibels } from './logarithm';
export { matrixProduct } from './matrix-product';
export { melPowers } from './mel-powers';
export { meanProducts, spread, weightedFrames } from './moments';
export { ranks } from './ranks';
