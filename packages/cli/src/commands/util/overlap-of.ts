import {
  readPlan,
  readSplitRecord,
  type SplitRecord,
  type Table,
  type TrainingOverlap,
  trainingOverlap,
} from '@ser/experiment';
import { plainStore } from '../../data/plain-store.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import { isSameCorpus } from '../../data-sets/is-same-corpus.ts';
import type { OpenedData } from '../../data-sets/open-data-set.ts';
import { parseLabelling } from '../../data-sets/parse-labelling.ts';
import type { ChosenModel } from '../../runs/choose-model.ts';

/** What is said of speakers whose names two corpora may share. */
const DOUBT =
  ' (If the names mean the same voices: the model was trained on other data than these.)';

/** What of a test a model has met before. */
interface MetBefore {
  /** Null when nobody knows. */
  found: TrainingOverlap | null;
  /** What stands behind the warning of it; '' for nothing. */
  doubt: string;
}

/** What of the tested rows a model was trained on; null when nobody knows. */
export async function overlapOf(
  { dataSet, labelling }: OpenedData,
  { folder, isPublished }: ChosenModel,
  rows: Table['rows'],
  data: readonly string[],
): Promise<MetBefore> {
  if (isPublished) {
    return { found: trainingOverlap(publishedSplit(dataSet, rows), rows), doubt: '' };
  }
  const store = plainStore(folder);
  const split = await readSplitRecord(store);
  if (!split) return { found: null, doubt: '' };
  const found = trainingOverlap(split, rows);
  const plan = await readPlan(store).catch(() => undefined);
  const trained = plan && { labelling: parseLabelling(folder, plan.labelling), data: plan.data };
  const isSame = trained && isSameCorpus(trained, { labelling, data });
  // Every corpus has a speaker 01.
  if (isSame === false && found.clips === 0) {
    return { found: { ...found, speakers: [] }, doubt: '' };
  }
  const isDoubtful = trained && isSame === undefined && found.speakers.length > 0;
  return { found, doubt: isDoubtful ? DOUBT : '' };
}

/** What of these rows, and which of their speakers, trained the published model. */
function publishedSplit(
  { isPublishedTraining = () => false, literatureConditions }: DataSet,
  rows: Table['rows'],
): SplitRecord {
  const [condition] = literatureConditions ?? [];
  const clips = rows.filter((row) => isPublishedTraining(row)).map(({ clip }) => clip);
  const speakers = rows
    .map(({ speaker }) => speaker)
    .filter((speaker) => isPublishedTraining({ speaker, condition }));
  const none = { clips: [], speakers: [] };
  return { train: { clips, speakers }, validation: none, test: none };
}
