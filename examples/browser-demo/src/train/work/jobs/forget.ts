import type { TrainJob } from '../jobs.ts';
import { featuresStore, runStore, withRunLock } from '../run-store.ts';

const LEFT =
  'The browser did not delete all of it. Delete the data of this site in the browser’s settings.';

export const forget: TrainJob<'forget'> = () =>
  withRunLock(async () => {
    const areGone = [await runStore.clear(), await featuresStore.clear()];
    if (areGone.includes(false)) throw new Error(LEFT);
    return null;
  });
