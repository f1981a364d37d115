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
  | 'unregisterGradient'
  | 'unregisterKernel'
  | 'util'
>;
