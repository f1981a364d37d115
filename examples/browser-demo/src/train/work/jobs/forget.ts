import type { TrainJob } from '../jobs.ts';
import { deleteFeatures, deleteRun, withRunLock } from '../run-store.ts';

export const forget: TrainJob<'forget'> = () =>
  withRunLock(async () => {
    await deleteRun();
    await deleteFeatures();
    return null;
  });
