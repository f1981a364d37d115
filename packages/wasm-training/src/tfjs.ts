import type * as tfc from '@tensorflow/tfjs-core';

/** The part of tfjs that this package uses: `import * as tf` from tfjs or from tfjs-core. */
export type Tf = Pick<
  typeof tfc,
  | 'Tensor'
  | 'backend_util'
  | 'broadcast_util'
  | 'engine'
  | 'env'
  | 'getBackend'
  | 'getGradient'
  | 'getKernel'
  | 'registerGradient'
  | 'registerKernel'
  | 'reshape'
  | 'serialization'
  | 'unregisterGradient'
  | 'unregisterKernel'
  | 'util'
>;

/** The names of `Tf`, for those who check an object; the compiler refuses a missing one. */
export const TF_NAMES: Readonly<Record<keyof Tf, true>> = {
  Tensor: true,
  backend_util: true,
  broadcast_util: true,
  engine: true,
  env: true,
  getBackend: true,
  getGradient: true,
  getKernel: true,
  registerGradient: true,
  registerKernel: true,
  reshape: true,
  serialization: true,
  unregisterGradient: true,
  unregisterKernel: true,
  util: true,
};
