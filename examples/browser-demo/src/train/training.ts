import { JobClient } from '../jobs/job-client.ts';
import type { TrainJobs } from './work/jobs.ts';

/** The worker that trains, as the page sees it. A job that is cancelled keeps what it did first. */
export type TrainClient = JobClient<TrainJobs>;

const ENDED =
  'The worker that trains has ended. If it does not start again, reload the page: there may be a newer version.';
const OFFLINE =
  'Training needs the network once: its files are kept from when this view is first opened.';

let client: TrainClient | undefined;

/** The worker that all parts of the view share. */
export function training(): TrainClient {
  client ??= new JobClient<TrainJobs>(
    () => new Worker(new URL('./work/worker.ts', import.meta.url), { type: 'module' }),
    { waits: true, ended: () => (navigator.onLine ? ENDED : OFFLINE) },
  );
  return client;
}
