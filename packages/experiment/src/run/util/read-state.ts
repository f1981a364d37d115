import { deserializeState, type FileSource, type TrainingState } from '@ser/model';
import { ExperimentError } from '../../experiment-error.ts';
import { RUN_FILES } from '../run-files.ts';
import { type StateTarget, stateMisfit } from './state-misfit.ts';

/**
 * The resume point of a run; undefined where there is none.
 *
 * @param target what is to go on from it
 * @throws ExperimentError `bad-file` when it is damaged, or is another run's
 */
export async function readState(
  store: FileSource,
  target: StateTarget,
): Promise<TrainingState | undefined> {
  const bytes = await store.read(RUN_FILES.state);
  if (!bytes) return undefined;
  let state: TrainingState;
  try {
    state = deserializeState(bytes);
  } catch (cause) {
    throw badState(store, 'is damaged', cause);
  }
  const misfit = stateMisfit(state, target);
  if (misfit !== undefined) throw badState(store, 'is of another run', new Error(misfit));
  return state;
}

/** The error for a resume point from which a run cannot go on, with the way out of it. */
export function badState(store: FileSource, what: string, cause: unknown): ExperimentError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ExperimentError(
    'bad-file',
    `${store.name}/${RUN_FILES.state} ${what} (${why}); ` +
      'remove it to train this run from its start',
    { cause },
  );
}
