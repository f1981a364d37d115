import { type BatchNormalization, normalise, normalises } from '../fused/normalise.ts';
import type { LayerMaker } from './method-maker.ts';
import { trainingInput } from './util/training-input.ts';

/** Batch normalisation of the last axis while training: a kernel forward and one backward. */
export const batchNormalization: LayerMaker<BatchNormalization> = (tf, original) =>
  function (inputs, kwargs) {
    const x = trainingInput(tf, inputs, kwargs);
    const isServed = x && normalises(this, x.rank, x.shape[x.rank - 1]);
    return isServed ? normalise(tf, this, x) : original.call(this, inputs, kwargs);
  };
