import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { FeatureError } from '../../feature-error.ts';
import { type ClipAnswer, type ClipTask, extractClip } from './extract-clip.ts';

/**
 * How often a clip is given to a worker that ends. Once is not enough, because the decoder of the
 * clip before may be what ended it.
 */
const ATTEMPTS = 2;

/** The file of `extractClip`, beside this one in the sources and in both builds. */
const WORKER = import.meta.url.endsWith('.ts')
  ? './extract-clip.ts'
  : import.meta.url.endsWith('.bundle.js')
    ? './extract-clip.bundle.js'
    : './extract-clip.js';

/** Whether workers wait asleep, which is faster; in Deno they never hear of what they were sent. */
const SLEEPS = !('Deno' in globalThis);

type Thread = Tinypool['threads'][number];

/** Worker threads that extract clips. One that ends is replaced. */
export class ClipPool {
  readonly #pool: Tinypool;
  readonly #watched: WeakSet<Thread> = new WeakSet();
  #destroyed: boolean = false;

  constructor(workers: number) {
    const filename = fileURLToPath(new URL(WORKER, import.meta.url));
    const threads = { minThreads: workers, maxThreads: workers };
    this.#pool = new Tinypool({ filename, ...threads, useAtomics: SLEEPS });
    // A worker that ends between two clips is replaced, and nothing is lost.
    this.#pool.on('error', () => {});
    this.#watch();
  }

  /**
   * The answer of a worker.
   *
   * @throws {FeatureError} `lost-worker` when the worker ends, and so does the one that tries
   *   again. The signal's reason when it aborts, also of a decoder that never returns.
   */
  async run(task: ClipTask, signal: AbortSignal | undefined): Promise<ClipAnswer> {
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = this.#pool.run(task, { name: extractClip.name, signal });
        this.#watch();
        return (await answer) as ClipAnswer;
      } catch (error) {
        signal?.throwIfAborted();
        if (isUnclonable(error)) {
          const text = `extractAll: the clip must be one that a worker can be sent: ${error.message}`;
          throw new FeatureError('bad-argument', text, { cause: error });
        }
        if (this.#destroyed || attempt === ATTEMPTS) throw lostWorker(error);
      }
    }
  }

  /** Stops the workers, whatever they do. */
  async destroy(): Promise<void> {
    this.#destroyed = true;
    await this.#pool.destroy();
  }

  /**
   * Tinypool replaces a worker that emits an error, but waits for ever for one that a call of
   * `process.exit` ends. This makes an error of that.
   */
  #watch(): void {
    for (const thread of this.#pool.threads) {
      if (this.#watched.has(thread)) continue;
      this.#watched.add(thread);
      thread.once('exit', (code: unknown) => {
        // Those that the pool ended itself are its workers no more.
        if (!this.#pool.threads.includes(thread)) return;
        thread.emit('error', new Error(`exit code ${code}`));
        this.#watch();
      });
    }
  }
}

const isUnclonable = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'DataCloneError';

function lostWorker(cause: unknown): FeatureError {
  const how = cause instanceof Error ? cause.message : String(cause);
  const expected = 'the decoder must return or throw, and leave its worker thread running';
  return new FeatureError('lost-worker', `extractAll: ${expected}, got ${how}`, { cause });
}
