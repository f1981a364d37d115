import { ModelError } from '../model-error.ts';
import type { TrainingState } from '../training/training-state.ts';

/** Throws a ModelError `bad-argument` unless a run with this seed and fingerprint can go on. */
export function checkResumable(
  caller: string,
  name: string,
  state: TrainingState,
  { seed, fingerprint }: Pick<TrainingState, 'seed' | 'fingerprint'>,
): void {
  const fail = (problem: string) =>
    new ModelError('bad-argument', `${caller}: \`${name}${problem}`);
  if (state.version !== 1) throw fail(`.version\` must be 1, got ${state.version}`);
  if (state.seed !== seed) {
    throw fail(`\` was trained with seed ${state.seed}, but \`seed\` is ${seed}`);
  }
  if (state.fingerprint !== fingerprint) {
    throw fail('` was trained on other data or with other options; give the same ones');
  }
}
