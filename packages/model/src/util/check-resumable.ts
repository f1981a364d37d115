import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import type { TrainingState } from '../training/training-state.ts';
import { areWeightsOf } from './are-weights-of.ts';
import { isTrainingState } from './is-training-state.ts';

/** The run that is to go on. */
interface ResumedRun extends Pick<TrainingState, 'seed' | 'fingerprint'> {
  model: LayersModel;
}

/**
 * Throws a ModelError unless a run with this seed, fingerprint and model can go on: `bad-argument`
 * for the state of another run or no state, `corrupt-state` for one that no run can have written.
 */
export function checkResumable(
  caller: string,
  name: string,
  state: TrainingState,
  { seed, fingerprint, model }: ResumedRun,
): void {
  const fail = (problem: string, code: 'bad-argument' | 'corrupt-state' = 'bad-argument') =>
    new ModelError(code, `${caller}: \`${name}${problem}`);
  if (typeof state !== 'object') throw fail(`\` must be a training state, got ${typeof state}`);
  if (state.version !== 1) throw fail(`.version\` must be 1, got ${state.version}`);
  if (!isTrainingState(state)) throw fail('` is damaged: it is no training state', 'corrupt-state');
  if (state.seed !== seed) {
    throw fail(`\` was trained with seed ${state.seed}, but \`seed\` is ${seed}`);
  }
  if (state.fingerprint !== fingerprint) {
    throw fail('` was trained on other data or with other options; give the same ones');
  }
  const trained = model.trainableWeights.map((weight) => weight.read());
  const { moments } = state.optimizer;
  const fits =
    areWeightsOf(model.getWeights(), state.weights) &&
    areWeightsOf(
      trained,
      moments.map(([first]) => first),
    ) &&
    areWeightsOf(
      trained,
      moments.map(([, second]) => second),
    );
  if (!fits)
    throw fail("` is damaged, or another model's: its weights do not fit", 'corrupt-state');
}
