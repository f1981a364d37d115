import { batchNormalization } from './batch-normalization.ts';
import { dropout } from './dropout.ts';
import { l1L2 } from './l1-l2.ts';
import { model } from './model.ts';
import { rnn } from './rnn.ts';
import type { MethodMakers } from './util/replace-methods.ts';

/** The methods of tfjs-layers that we replace, by the names that its classes are registered by. */
export const layers: MethodMakers = {
  BatchNormalization: { call: batchNormalization },
  Dropout: { call: dropout },
  L1L2: { apply: l1L2 },
  Model: { call: model },
  RNN: { call: rnn },
};
