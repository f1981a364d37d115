import type { Job, JobList, JobTypes } from './job.ts';
import type { JobFault, Reply, Request } from './messages.ts';

/** In a worker: does what a `JobClient` asks for. */
export function serveJobs<Jobs extends JobList<Jobs>>(
  jobs: {
    readonly [Name in keyof Jobs]: Job<Jobs[Name]>;
  },
): void {
  const running = new Map<number, AbortController>();
  const run = async (id: number, name: string, input: unknown): Promise<Reply> => {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    // The page's types say that there is such a job, and that the input is its own.
    const job = jobs[name as keyof Jobs] as unknown as Job<JobTypes>;
    try {
      const report = (progress: unknown) => postMessage({ id, progress } satisfies Reply);
      return { id, output: await job(input, { signal, report }) };
    } catch (error) {
      return { id, error: faultOf(error, signal.aborted) };
    } finally {
      running.delete(id);
    }
  };
  addEventListener('message', async ({ data }: MessageEvent<Request>) => {
    if ('cancel' in data) running.get(data.id)?.abort();
    else postMessage(await run(data.id, data.job, data.input));
  });
}

function faultOf(error: unknown, isStopped: boolean): JobFault {
  if (isStopped) return { message: 'It was stopped.', code: 'stopped' };
  if (!(error instanceof Error)) return { message: String(error), code: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { message: error.message, code };
}
