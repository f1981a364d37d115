import { deserializeState, type FileSource, type TrainingState } from '@ser/model';
import { ExperimentError } from '../../experiment-error.ts';
import { RUN_FILES } from '../run-files.ts';

/**
 * The resume point of a run; undefined where there is none.
 *
 * @throws ExperimentError `bad-file` when it is damaged
 */
export async function readState(store: FileSource): Promise<TrainingState | undefined> {
  const bytes = await store.read(RUN_FILES.state);
  if (!bytes) return undefined;
  try {
    return deserializeState(bytes);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ExperimentError(
      'bad-file',
      `${store.name}/${RUN_FILES.state} is damaged (${why}); remove it to train this run from its start`,
      { cause },
    );
  }
}
