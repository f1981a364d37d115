import { analyse } from './jobs/analyse.ts';
import { calibrate } from './jobs/calibrate.ts';
import { compare } from './jobs/compare.ts';
import { example } from './jobs/example.ts';
import { explain } from './jobs/explain.ts';
import type { Job, JobContext } from './jobs/job.ts';
import { readModel } from './jobs/read-model.ts';
import { sniff } from './jobs/sniff.ts';
import { warm } from './jobs/warm.ts';
import { writeWav } from './jobs/write-wav.ts';
import type { JobName } from './messages.ts';
import { faultOf, type Reply, type Request } from './messages.ts';

const JOBS: { readonly [Name in JobName]: Job<Name> } = {
  warm,
  sniff,
  analyse,
  example,
  calibrate,
  compare,
  explain,
  'read-model': readModel,
  'write-wav': writeWav,
};

const running = new Map<number, AbortController>();

async function run(id: number, name: JobName, input: unknown): Promise<Reply> {
  const controller = new AbortController();
  running.set(id, controller);
  // The page's types say that the input is this job's.
  const job = JOBS[name] as (input: never, context: JobContext<unknown>) => Promise<unknown>;
  try {
    const output = await job(input as never, {
      signal: controller.signal,
      report: (progress) => postMessage({ id, progress } satisfies Reply),
    });
    return { id, output };
  } catch (error) {
    return { id, error: faultOf(error) };
  } finally {
    running.delete(id);
  }
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  if ('cancel' in data) running.get(data.id)?.abort();
  else postMessage(await run(data.id, data.job, data.input));
});
