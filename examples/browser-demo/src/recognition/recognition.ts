import { JobClient } from '../jobs/job-client.ts';
import type { Jobs } from './jobs/jobs.ts';

/** The recogniser in a worker, as the page sees it. */
export type RecognitionClient = JobClient<Jobs>;

let client: RecognitionClient | undefined;

/** The recogniser that all views share. */
export function recognition(): RecognitionClient {
  client ??= new JobClient<Jobs>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    { ended: () => 'The recogniser did not start. Reload the page: there may be a newer version.' },
  );
  return client;
}
