import type { OptionNames } from '@ser/internal';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Callback } from '../training/callback.ts';
import { areWeightsOf } from '../util/are-weights-of.ts';
import { checkCallbackState } from '../util/check-callback-state.ts';
import { checkFractionOrZero } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';

/** The options of `exponentialMovingAverage`. */
export interface ExponentialMovingAverageOptions {
  /** The share of the average that each step keeps, in [0, 1). Default 0.99, as in Keras. */
  momentum?: number;
}

const OPTIONS: OptionNames<ExponentialMovingAverageOptions> = { momentum: true };

type State = {
  /** The average of each of the model's weights, in doubles. */
  averages: Float64Array[];
};

/**
 * An exponential moving average of the weights (Polyak averaging), as Keras' optimisers with
 * `use_ema` and `SwapEMAWeights`: after each step, `average = momentum · average + (1 − momentum) ·
 * weights`, beginning with the weights before the first. At the end of training the model gets the
 * average. Batch normalisation's moving statistics are averaged like all other weights.
 *
 * The epochs' figures, and the weights that other callbacks see and save, are those of the weights
 * that train. `fit` refuses this together with another callback that gives the model other weights
 * at the end. A resumed run ends with the same bits.
 *
 * @throws {ModelError} `bad-argument`.
 *
 * @example
 * await fit(model, data, { epochs: 40, callbacks: [exponentialMovingAverage()] });
 */
export function exponentialMovingAverage(options: ExponentialMovingAverageOptions = {}): Callback {
  const { momentum = 0.99 } = checkOptions('exponentialMovingAverage', options, OPTIONS);
  checkFractionOrZero('exponentialMovingAverage', 'momentum', momentum);
  let averages: Float64Array[] = [];
  let trained: LayersModel | undefined;
  return {
    name: 'exponentialMovingAverage',
    replacesWeights: true,
    async onTrainBegin({ model }) {
      trained = model;
      averages = (await getWeightsData(model)).map((weight) => Float64Array.from(weight));
    },
    async onBatchEnd(_, { model }) {
      const weights = await getWeightsData(model);
      weights.forEach((weight, i) => {
        const average = averages[i];
        for (let j = 0; j < weight.length; j++) {
          average[j] = momentum * average[j] + (1 - momentum) * weight[j];
        }
      });
    },
    onTrainEnd({ model }) {
      setWeightsData(
        model,
        averages.map((average) => Float32Array.from(average)),
      );
    },
    getState: (): State => ({ averages: averages.map((average) => average.slice()) }),
    setState(saved: State) {
      checkCallbackState('exponentialMovingAverage', isState(saved, trained));
      averages = saved.averages.map((average) => average.slice());
    },
  };
}

function isState({ averages }: State, model?: LayersModel): boolean {
  const areAverages =
    Array.isArray(averages) && averages.every((each) => each instanceof Float64Array);
  return areAverages && (!model || areWeightsOf(model.getWeights(), averages));
}
