import type { Audio, Samples } from '../audio/audio.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { Alarm } from './alarm.ts';
import { Capture } from './capture.ts';
import { ChunkReader } from './chunk-reader.ts';
import type { Engine } from './engine.ts';
import type { Environment } from './environment.ts';
import type { CheckedListenOptions } from './listen-options.ts';
import type { ListenedWindow, Listening, ListenReason } from './listening.ts';
import type { MediaStreamTrackLike } from './media-stream.ts';
import { openEngine, type WindowScorer } from './open-engine.ts';
import type { SessionEvent } from './window-session.ts';

type Result = IteratorResult<ListenedWindow, undefined>;

/** Where samples come from. */
export type ListenSource =
  | { track: MediaStreamTrackLike }
  | { chunks: AsyncIterable<Audio | Samples> };

/** How a call of `next` is answered. */
interface Waiting {
  resolve(result: Result): void;
  reject(error: unknown): void;
}

const DONE: Result = { done: true, value: undefined };

/** Begins with the first `next`, and holds nothing before that. */
export class StreamListening implements Listening {
  readonly #scorer: WindowScorer;
  readonly #source: ListenSource;
  readonly #options: CheckedListenOptions;
  readonly #environment: Environment;
  readonly #stall: Alarm;
  /** The calls of `next` that wait for a window. */
  readonly #waiting: Waiting[] = [];
  #state: 'new' | 'open' | 'ending' | 'done' = 'new';
  /** What is released at the end. */
  readonly #releases: (() => void)[] = [];
  #capture: Capture | undefined;
  #engine: Engine | undefined;
  #reason: ListenReason | undefined;
  /** An error that no call of `next` waited for. */
  #error: { error: unknown } | undefined;
  /** What the first sample depends on. */
  #isRunning = false;
  #isBuilt = false;
  #isHeard = false;

  constructor(
    scorer: WindowScorer,
    source: ListenSource,
    options: CheckedListenOptions,
    environment: Environment,
  ) {
    this.#scorer = scorer;
    this.#source = source;
    this.#options = options;
    this.#environment = environment;
    this.#stall = new Alarm(environment, options.stallTimeout, () => {
      const text = `listen: the stream gave no sample in ${options.stallTimeout} s`;
      this.#fail(new RecognizerError('no-samples', text));
    });
  }

  get reason(): ListenReason | undefined {
    return this.#state === 'done' ? this.#reason : undefined;
  }

  get thread(): 'worker' | 'caller' | undefined {
    return this.#engine?.thread;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    this.#checkScorer();
    if (this.#state === 'new') this.#start();
    if (this.#error !== undefined) {
      const { error } = this.#error;
      this.#error = undefined;
      return Promise.reject(error);
    }
    if (this.#state === 'done') return Promise.resolve(DONE);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#engine?.want();
    });
  }

  return(): Promise<Result> {
    this.#finish('returned');
    return Promise.resolve(DONE);
  }

  /** Ends it where the recogniser was disposed. */
  #checkScorer(): void {
    if (this.#state === 'done') return;
    try {
      this.#scorer.check();
    } catch (error) {
      this.#fail(error);
    }
  }

  #start(): void {
    const { signal } = this.#options;
    if (signal?.aborted) {
      this.#finish('aborted');
      return;
    }
    this.#state = 'open';
    const onAbort = (): void => this.#finish('aborted');
    signal?.addEventListener('abort', onAbort);
    this.#releases.push(() => signal?.removeEventListener('abort', onAbort));
    this.#run().catch((error) => this.#fail(error));
  }

  async #run(): Promise<void> {
    if ('track' in this.#source) this.#capture = this.#openCapture(this.#source.track);
    const [port, engine] = await Promise.all([this.#capture?.open(), this.#openEngine()]);
    if (this.#state === 'done') {
      engine.close();
      port?.close();
      return;
    }
    this.#engine = engine;
    this.#releases.push(() => engine.close());
    if (port !== undefined) engine.connect(port);
    for (const _ of this.#waiting) engine.want();
    if (this.#state === 'ending') engine.end();
    this.#isBuilt = true;
    this.#watchStall();
    if ('chunks' in this.#source) await this.#read(this.#source.chunks, engine);
  }

  #openEngine(): Promise<Engine> {
    const { length, hop, smoothing, speech, versions, skip, worker } = this.#options;
    const live = 'track' in this.#source;
    return openEngine(
      this.#scorer,
      worker,
      { length, hop, smoothing, speech, versions, skip, live },
      (event) => this.#onEvent(event),
      this.#environment,
      (engine) => this.#releases.push(() => engine.close()),
    );
  }

  #openCapture(track: MediaStreamTrackLike): Capture {
    return new Capture(track, this.#options, this.#environment, {
      onHeard: () => {
        this.#isHeard = true;
        this.#stall.clear();
      },
      onRunning: (isRunning) => {
        this.#isRunning = isRunning;
        this.#watchStall();
      },
      onEnd: (reason) => this.#end(reason),
      onError: (error) => this.#fail(error),
    });
  }

  #closeCapture(): void {
    this.#capture?.close().catch(() => {});
  }

  async #read(chunks: AsyncIterable<Audio | Samples>, engine: Engine): Promise<void> {
    const { sampleRate, skip } = this.#options;
    const reader = new ChunkReader(chunks, sampleRate);
    this.#releases.push(() => reader.close());
    this.#isRunning = true;
    this.#watchStall();
    await reader.read((audio) => {
      this.#isHeard = true;
      this.#stall.clear();
      const taken = engine.push({ ...audio, at: this.#environment.now() });
      return skip ? undefined : taken;
    });
    if (this.#state === 'open') this.#onLastChunk();
  }

  #onLastChunk(): void {
    if (!this.#isHeard) {
      throw new RecognizerError('no-samples', 'listen: the stream ended without a sample');
    }
    this.#end('ended');
  }

  /** Runs the alarm while samples should come and none came yet. */
  #watchStall(): void {
    if (this.#isRunning && this.#isBuilt && !this.#isHeard) this.#stall.set();
    else this.#stall.clear();
  }

  /** No more samples come; windows that are left are still given. */
  #end(reason: ListenReason): void {
    if (this.#state !== 'open') return;
    this.#state = 'ending';
    this.#reason = reason;
    this.#stall.clear();
    this.#closeCapture();
    this.#engine?.end();
  }

  #onEvent(event: SessionEvent): void {
    if (event.type === 'window') this.#waiting.shift()?.resolve({ value: event.window });
    else if (event.type === 'error') this.#fail(event.error);
    else this.#finish(this.#reason ?? 'ended');
  }

  #finish(reason: ListenReason): void {
    if (this.#state === 'done') return;
    this.#reason = reason;
    this.#release();
    for (const { resolve } of this.#waiting.splice(0)) resolve(DONE);
  }

  #fail(error: unknown): void {
    if (this.#state === 'done') return;
    this.#reason = undefined;
    this.#release();
    const [first, ...others] = this.#waiting.splice(0);
    if (first === undefined) this.#error = { error };
    else first.reject(error);
    for (const { resolve } of others) resolve(DONE);
  }

  #release(): void {
    this.#state = 'done';
    this.#stall.clear();
    this.#closeCapture();
    for (const release of this.#releases.splice(0)) release();
  }
}
