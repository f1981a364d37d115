import { expect, it } from 'vitest';
import type { Reply, Request } from './messages.ts';
import { RecognitionClient } from './recognition-client.ts';

/** A worker of which the test plays the part. */
class FakeWorker extends EventTarget {
  readonly requests: Request[] = [];
  isTerminated = false;

  postMessage(request: Request): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  reply(data: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function started() {
  const workers: FakeWorker[] = [];
  const client = new RecognitionClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers };
}

it('gives the output of each job to who asked for it', async () => {
  const { client, workers } = started();
  const first = client.run('warm', {});
  const second = client.run('warm', {});
  workers[0].reply({ id: 1, output: { labels: ['b'] } });
  workers[0].reply({ id: 0, output: { labels: ['a'] } });
  expect(await Promise.all([first, second])).toEqual([{ labels: ['a'] }, { labels: ['b'] }]);
  expect(workers).toHaveLength(1);
});

it('tells the progress of a job', async () => {
  const { client, workers } = started();
  const progress: unknown[] = [];
  const input = { kind: 'channels', channels: [], sampleRate: 1 } as const;
  const job = client.run('analyse', input, { onProgress: (known) => progress.push(known) });
  workers[0].reply({ id: 0, progress: { duration: 3 } });
  workers[0].reply({ id: 0, output: { duration: 4 } });
  expect(await job).toEqual({ duration: 4 });
  expect(progress).toEqual([{ duration: 3 }]);
});

it('rejects with the code and the message of an error in the worker', async () => {
  const { client, workers } = started();
  const job = client.run('warm', {});
  workers[0].reply({ id: 0, error: { message: 'it is no WAV', code: 'not-wav' } });
  await expect(job).rejects.toMatchObject({ message: 'it is no WAV', code: 'not-wav' });
});

it('cancels a job, and takes no answer to it', async () => {
  const { client, workers } = started();
  const controller = new AbortController();
  const job = client.run('warm', {}, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(job).rejects.toThrow('enough');
  expect(workers[0].requests[1]).toEqual({ id: 0, cancel: true });
  workers[0].reply({ id: 0, output: { labels: [] } });
});

it('does not begin a job that is cancelled already', async () => {
  const { client, workers } = started();
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(client.run('warm', {}, { signal })).rejects.toThrow('enough');
  expect(workers).toHaveLength(0);
});

it.each(['error', 'close'])('rejects all on %s, and starts another worker', async (how) => {
  const { client, workers } = started();
  const jobs = [client.run('warm', {}), client.run('warm', {})];
  if (how === 'close') client.close();
  else workers[0].dispatchEvent(new Event('error'));
  const results = await Promise.allSettled(jobs);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(workers[0].isTerminated).toBe(true);
  const again = client.run('warm', {});
  workers[1].reply({ id: 2, output: { labels: ['a'] } });
  expect(await again).toEqual({ labels: ['a'] });
});
