import { ModelError } from '../model-error.ts';
import type { Trainer } from '../training/callback.ts';
import { checkAtLeast0 } from './check-number.ts';
import { captureState, type Run } from './run-state.ts';

/**
 * What the callbacks of a run see of it.
 *
 * @param options.hasSchedule whether the learning rate follows a schedule, so that no callback may
 * set it
 */
export function createTrainer(
  run: Run,
  { epochs, hasSchedule }: { epochs: number; hasSchedule: boolean },
): Trainer {
  const { model, optimizer } = run;
  const trainer: Trainer = {
    model,
    epochs,
    get learningRate() {
      return optimizer.learningRate;
    },
    set learningRate(rate) {
      if (hasSchedule) {
        throw new ModelError(
          'bad-argument',
          'fit: `learningRate` is a schedule, so no callback may set the rate (reduceLrOnPlateau does)',
        );
      }
      checkAtLeast0('fit', 'trainer.learningRate', rate);
      optimizer.learningRate = rate;
    },
    stopTraining: false,
    captureState: () => captureState(run, trainer),
  };
  return trainer;
}
