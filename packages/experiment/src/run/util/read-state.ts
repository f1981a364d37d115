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
  const most = mostBytes(target);
  if (bytes.length > most) {
    const why = `it must have at most ${most} bytes for this model, got ${bytes.length}`;
    throw badState(store, 'is of another run', new Error(why));
  }
  let state: TrainingState;
  let misfit: string | undefined;
  try {
    state = deserializeState(bytes);
    misfit = stateMisfit(state, target);
  } catch (cause) {
    throw badState(store, 'is damaged', cause);
  }
  if (misfit !== undefined) throw badState(store, 'is of another run', new Error(misfit));
  return state;
}

/** Copies of a weight in a state: its own, two of the optimiser, those of callbacks, as 64 bits. */
const WEIGHT_BYTES = 64;
/** Of an epoch's figures, as numbers and as a line of CSV. */
const EPOCH_BYTES = 2048;
/** Of all else. */
const OTHER_BYTES = 2 ** 20;

function mostBytes({ model, epochs }: StateTarget): number {
  return OTHER_BYTES + WEIGHT_BYTES * model.countParams() + EPOCH_BYTES * epochs;
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
