import type { Jobs } from './jobs/jobs.ts';
import { JobError, type JobName, type Reply, type Request } from './messages.ts';

/** The options of `RecognitionClient.run`. */
export interface RunOptions<Progress> {
  /** Ends the job; what `run` rejects with is the signal's reason. Default: none. */
  signal?: AbortSignal;
  /** Called with what is known so far. Default: none. */
  onProgress?: (progress: Progress) => void;
  /** What of the input goes over to the worker in place of being copied. Default: none. */
  transfer?: Transferable[];
}

interface Running {
  readonly onProgress: (progress: never) => void;
  readonly resolve: (output: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** The recogniser in a worker. The worker starts with the first job. */
export class RecognitionClient {
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #running = new Map<number, Running>();
  #next = 0;

  /** @param start Starts a worker that runs worker.ts. */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /**
   * Runs a job of jobs/jobs.ts. Several run at once: they take turns at their pauses.
   *
   * @throws {JobError} What the job threw, with its message and code.
   */
  run<Name extends JobName>(
    job: Name,
    input: Jobs[Name]['input'],
    options: RunOptions<Jobs[Name]['progress']> = {},
  ): Promise<Jobs[Name]['output']> {
    const { signal, onProgress = () => {}, transfer = [] } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = this.#next++;
    const worker = this.#open();
    const stop = () => {
      this.#send(worker, { id, cancel: true });
      this.#running.get(id)?.reject(signal?.reason);
      this.#running.delete(id);
    };
    signal?.addEventListener('abort', stop, { once: true });
    return new Promise<Jobs[Name]['output']>((resolve, reject) => {
      this.#running.set(id, { onProgress, resolve, reject });
      this.#send(worker, { id, job, input }, transfer);
    }).finally(() => signal?.removeEventListener('abort', stop));
  }

  /** Ends the worker and all that runs in it. */
  close(): void {
    this.#fail(new JobError({ message: 'The recogniser was closed.', code: 'disposed' }));
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#take(data));
    worker.addEventListener('error', ({ message }) => {
      this.#fail(new JobError({ message: message || 'The recogniser did not start.', code: '' }));
    });
    this.#worker = worker;
    return worker;
  }

  #send(worker: Worker, request: Request, transfer: Transferable[] = []): void {
    worker.postMessage(request, transfer);
  }

  #take(reply: Reply): void {
    const running = this.#running.get(reply.id);
    if (!running) return;
    if ('progress' in reply) {
      running.onProgress(reply.progress as never);
      return;
    }
    this.#running.delete(reply.id);
    if ('error' in reply) running.reject(new JobError(reply.error));
    else running.resolve(reply.output as never);
  }

  /** The next job starts another worker. */
  #fail(error: JobError): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#running.values()) reject(error);
    this.#running.clear();
  }
}
