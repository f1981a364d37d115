// The kernels of the functionals of speech. Addresses come from src/kernels/wasm/kernels.ts.

export { doubleDecibels } from './logarithm';
export { matrixProduct } from './matrix-product';
