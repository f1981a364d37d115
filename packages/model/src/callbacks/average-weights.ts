import type { OptionNames } from '@ser/internal';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Callback } from '../training/callback.ts';
import { areWeightsOf } from '../util/are-weights-of.ts';
import { checkCallbackState, isCount } from '../util/check-callback-state.ts';
import { checkInteger } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';

/** The options of `averageWeights`. */
export interface AverageWeightsOptions {
  /**
   * The first epoch whose weights count; epochs count from 0. Default: three quarters of `fit`'s
   * `epochs`, rounded down, as in the paper.
   */
  startEpoch?: number;
}

const OPTIONS: OptionNames<AverageWeightsOptions> = { startEpoch: true };

/** Share of the epochs after which averaging starts by default (Izmailov et al. 2018). */
const START_SHARE = 0.75;

type State = {
  /** How many epochs have been added. */
  count: number;
  /** Their sum for each of the model's weights, in doubles. */
  sums: Float64Array[];
};

/**
 * Stochastic weight averaging (Izmailov et al. 2018), as PyTorch's `AveragedModel` with
 * `use_buffers=True`: at the end of training the model gets the mean of the weights that it had at
 * the ends of the epochs from `startEpoch` on. Every epoch counts the same, unlike in Keras'
 * `SwapEMAWeights`.
 *
 * Batch normalisation's moving statistics are averaged like all other weights. They are not
 * measured anew with the mean weights, as PyTorch's `update_bn` would do.
 *
 * The epochs' figures, and the weights that other callbacks see and save, are those of the weights
 * that train. A run that ends before `startEpoch` keeps its own weights. `fit` refuses this
 * together with `earlyStopping({ restoreBestWeights: true })`, which gives the model other weights
 * at the end. A resumed run ends with the same bits.
 *
 * @throws {ModelError} `bad-argument`.
 *
 * @example
 * await fit(model, data, { epochs: 40, callbacks: [averageWeights({ startEpoch: 30 })] });
 */
export function averageWeights(options: AverageWeightsOptions = {}): Callback {
  const { startEpoch } = checkOptions('averageWeights', options, OPTIONS);
  if (startEpoch !== undefined) checkInteger('averageWeights', 'startEpoch', startEpoch, 0);
  let state: State = { count: 0, sums: [] };
  let trained: LayersModel | undefined;
  return {
    name: 'averageWeights',
    replacesWeights: true,
    onTrainBegin({ model }) {
      trained = model;
      state = { count: 0, sums: [] };
    },
    async onEpochEnd({ epoch }, { model, epochs }) {
      if (epoch < (startEpoch ?? Math.floor(START_SHARE * epochs))) return;
      const weights = await getWeightsData(model);
      // New arrays, so that a captured state stays what it was.
      const sums = weights.map((weight, i) => add(weight, state.sums[i]));
      state = { count: state.count + 1, sums };
    },
    onTrainEnd({ model }) {
      const { count, sums } = state;
      if (count === 0) return;
      setWeightsData(
        model,
        sums.map((sum) => Float32Array.from(sum, (value) => value / count)),
      );
    },
    getState: (): State => ({ ...state }),
    setState(saved: State) {
      checkCallbackState('averageWeights', isState(saved, trained));
      state = { ...saved };
    },
  };
}

/** A weight as doubles, plus what is there already. */
function add(weight: Float32Array, sum: Float64Array | undefined): Float64Array {
  const total = Float64Array.from(weight);
  if (sum) for (let i = 0; i < total.length; i++) total[i] += sum[i];
  return total;
}

function isState({ count, sums }: State, model?: LayersModel): boolean {
  const areSums = Array.isArray(sums) && sums.every((each) => each instanceof Float64Array);
  const fit = !model || count === 0 || areWeightsOf(model.getWeights(), sums);
  return isCount(count) && areSums && fit;
}
