import { ModelError } from '../model-error.ts';
import type { Trainer } from '../training/callback.ts';
import { checkNonNegative } from './check-numbers.ts';
import { captureState, type Run } from './run-state.ts';

/**
 * Makes the trainer that a run's callbacks get.
 *
 * @param options.hasSchedule Whether the learning rate follows a schedule, so that no callback may
 *   set it.
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
          'fit: `learningRate` is a schedule, so no callback may set the rate ' +
            '(reduceLrOnPlateau does)',
        );
      }
      checkNonNegative('fit', 'trainer.learningRate', rate);
      optimizer.learningRate = rate;
    },
    stopTraining: false,
    captureState: () => captureState(run, trainer),
  };
  return trainer;
}
