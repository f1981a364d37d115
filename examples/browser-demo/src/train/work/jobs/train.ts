import { RUN_FILES } from '@ser/experiment';
import { planOf } from '../choices.ts';
import { findRecordings } from '../data/find-recordings.ts';
import { currentData, setCurrentData } from '../data/loaded-data.ts';
import { keepRunData } from '../data/run-data.ts';
import type { TrainJob } from '../jobs.ts';
import { featuresStore, runStore, withRunLock } from '../run-store.ts';
import { trainRun } from '../train-run.ts';

export const train: TrainJob<'train'> = async (choices, ports) => {
  let data = currentData();
  if (!data) throw new Error('No data are chosen.');
  if (data.clips && !data.recordings) {
    data = { ...data, recordings: await findRecordings(data.clips, ports.signal, ports.report) };
    setCurrentData(data);
  }
  const plan = planOf(choices, data);
  const own = data;
  return withRunLock(async () => {
    // What cannot be deleted is not read again, and the new run is in memory.
    await runStore.clear();
    featuresStore.tryAgain();
    await keepRunData(own);
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    // What makes it a run that can go on, so it is written last.
    await runStore.write(RUN_FILES.plan, new TextEncoder().encode(text));
    return trainRun(plan, own, ports);
  });
};
