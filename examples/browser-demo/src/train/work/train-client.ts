import type { TrainJobName, TrainJobs, TrainReply, TrainRequest } from './jobs.ts';

/** What a job of the training worker failed with. */
class TrainError extends Error {
  override readonly name = 'TrainError';
  /** The `code` of an error of `@ser`; `stopped` where it was cancelled; empty for others. */
  readonly code: string;

  constructor({ message, code }: { message: string; code: string }) {
    super(message);
    this.code = code;
  }
}

interface Running {
  readonly onProgress: (progress: never) => void;
  readonly resolve: (output: never) => void;
  readonly reject: (reason: unknown) => void;
}

const ENDED = 'The worker that trains has ended.';
const OFFLINE =
  'Training needs the network once: its files are kept from when this view is first opened.';

/** The training worker, as the page sees it. It starts with the first job. */
export class TrainClient {
  #worker: Worker | undefined;
  #running = new Map<number, Running>();
  #next = 0;

  /**
   * Runs a job. One that is cancelled ends by itself, after it has kept what it did.
   *
   * @throws {TrainError}
   */
  run<Name extends TrainJobName>(
    job: Name,
    input: TrainJobs[Name]['input'],
    {
      signal,
      onProgress = () => {},
    }: { signal?: AbortSignal; onProgress?: (progress: TrainJobs[Name]['progress']) => void } = {},
  ): Promise<TrainJobs[Name]['output']> {
    const id = this.#next++;
    const worker = this.#open();
    const post = (request: TrainRequest) => worker.postMessage(request);
    signal?.addEventListener('abort', () => post({ id, cancel: true }), { once: true });
    return new Promise((resolve, reject) => {
      this.#running.set(id, { onProgress, resolve, reject });
      post({ id, job, input });
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<TrainReply>) => this.#take(data);
    worker.onerror = ({ message }) => this.#fail(message || (navigator.onLine ? ENDED : OFFLINE));
    this.#worker = worker;
    return worker;
  }

  #take(reply: TrainReply): void {
    const running = this.#running.get(reply.id);
    if (!running) return;
    if ('progress' in reply) {
      running.onProgress(reply.progress as never);
      return;
    }
    this.#running.delete(reply.id);
    if ('error' in reply) running.reject(new TrainError(reply.error));
    else running.resolve(reply.output as never);
  }

  /** The next job starts another worker. */
  #fail(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#running.values()) reject(new TrainError({ message, code: '' }));
    this.#running.clear();
  }
}
