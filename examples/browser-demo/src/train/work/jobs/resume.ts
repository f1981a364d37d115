import { readPlan } from '@ser/experiment';
import { readRunData } from '../data/run-data.ts';
import type { TrainJob } from '../jobs.ts';
import { runStore, withRunLock } from '../run-store.ts';
import { trainRun } from '../train-run.ts';

export const resume: TrainJob<'resume'> = (_, ports) =>
  withRunLock(async () => {
    const plan = await readPlan(runStore);
    if (!plan) throw new Error('No run is kept here; train anew.');
    return trainRun(plan, await readRunData(), ports);
  });
