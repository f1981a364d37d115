import { batchNormalization } from './batch-normalization.ts';
import { dropout } from './dropout.ts';
import type { LayerMaker } from './layer-maker.ts';
import { model } from './model.ts';

/** Every layer of tfjs-layers whose training we make of fewer kernels, by its class' name. */
export const layers: Record<string, LayerMaker> = {
  BatchNormalization: batchNormalization,
  Dropout: dropout,
  Model: model,
};
