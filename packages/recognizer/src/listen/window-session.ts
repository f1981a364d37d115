import type { SpeechOption } from '../recognizer/options.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { type AudioWindow, WindowCutter } from '../windows/window-cutter.ts';
import type { WindowScores } from '../windows/window-scores.ts';
import type { ListenedWindow } from './listening.ts';
import { ScoreSmoother } from './score-smoother.ts';

/** Scores a window. */
export type ScoreWindow = (
  window: AudioWindow,
  options: { speech: SpeechOption; versions: boolean },
) => Promise<WindowScores>;

/** What a session needs to know; it can be cloned unless `speech` is a function. */
export interface SessionOptions {
  length: number;
  hop: number;
  smoothing: number;
  speech: SpeechOption;
  versions: boolean;
  /** Whether the newest window replaces one that waits. */
  skip: boolean;
  /** Whether samples come at their own time, so that the last one of a chunk is the newest. */
  live: boolean;
}

/** Samples that follow those before. */
export interface Chunk {
  samples: Float32Array | Float64Array;
  /** Samples per second. */
  sampleRate: number;
  /** When the last sample was there, in milliseconds since 1970. */
  at: number;
}

/** What a session says. */
export type SessionEvent =
  | { type: 'window'; window: ListenedWindow }
  | { type: 'ended' }
  | { type: 'error'; error: unknown };

interface Waiting {
  window: AudioWindow;
  /** When its end was captured, in milliseconds since 1970. */
  captured: number;
}

/**
 * Cuts samples into windows and scores one for each {@link want}. A window is scored when it is
 * wanted: nothing is queued but one window (`skip`), or what one chunk holds.
 */
export class WindowSession {
  readonly #score: ScoreWindow;
  readonly #options: SessionOptions;
  readonly #tell: (event: SessionEvent) => void;
  readonly #now: () => number;
  readonly #smoother: ScoreSmoother;
  #cutter: WindowCutter | undefined;
  /** How long all samples are, in seconds. */
  #end = 0;
  /** How many samples there were. */
  #count = 0;
  /** When the last chunk was there. */
  #at = 0;
  #newest: Waiting | undefined;
  #skipped = 0;
  #wanted = 0;
  #scoring = false;
  #state: 'open' | 'ending' | 'closed' = 'open';
  /** Lets the source go on. */
  #release: (() => void) | undefined;

  /** @param now The time in milliseconds since 1970; only `latency` comes of it. */
  constructor(
    score: ScoreWindow,
    options: SessionOptions,
    tell: (event: SessionEvent) => void,
    now: () => number,
  ) {
    this.#score = score;
    this.#options = options;
    this.#tell = tell;
    this.#now = now;
    this.#smoother = new ScoreSmoother(options.smoothing);
  }

  /**
   * Takes the samples that follow.
   *
   * @returns When more may come: at once where windows are skipped, else when all windows were
   *   taken for which there are samples.
   */
  push({ samples, sampleRate, at }: Chunk): Promise<void> {
    if (this.#state !== 'open') return Promise.resolve();
    const bad = samples.findIndex((sample) => !Number.isFinite(sample));
    if (bad !== -1) {
      const text = `listen: a chunk's sample ${bad} must be a finite number, got ${samples[bad]}`;
      this.#fail(new RecognizerError('bad-audio', text));
      return Promise.resolve();
    }
    const { length, hop, skip } = this.#options;
    this.#cutter ??= new WindowCutter({ sampleRate, length, hop });
    this.#cutter.push(samples);
    this.#count += samples.length;
    this.#end = this.#count / sampleRate;
    this.#at = at;
    if (skip) {
      this.#keepNewest();
      this.#go();
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#release = resolve;
      this.#go();
    });
  }

  /** Asks for one more window. */
  want(): void {
    this.#wanted += 1;
    this.#go();
  }

  /** Says that no more samples come: what is left is scored, then `ended` told. */
  end(): void {
    if (this.#state !== 'open') return;
    this.#state = 'ending';
    this.#cutter?.end();
    if (this.#options.skip) this.#keepNewest();
    this.#go();
  }

  /** Ends all: nothing is told any more. */
  close(): void {
    this.#state = 'closed';
    this.#newest = undefined;
    this.#cutter = undefined;
    this.#letGo();
  }

  #keepNewest(): void {
    for (let next = this.#cut(); next !== undefined; next = this.#cut()) {
      if (this.#newest !== undefined) this.#skipped += 1;
      this.#newest = next;
    }
  }

  #cut(): Waiting | undefined {
    const window = this.#cutter?.pull();
    if (window === undefined) return undefined;
    const younger = this.#options.live ? this.#end - window.end : 0;
    return { window, captured: this.#at - 1000 * younger };
  }

  /** Scores the next window if one is wanted, there, and none is being scored. */
  #go(): void {
    if (this.#scoring || this.#state === 'closed') return;
    if (!this.#options.skip) this.#newest ??= this.#cut();
    if (this.#newest === undefined) {
      this.#letGo();
      if (this.#state === 'ending') {
        this.close();
        this.#tell({ type: 'ended' });
      }
      return;
    }
    if (this.#wanted === 0) return;
    const { window, captured } = this.#newest;
    const skipped = this.#skipped;
    this.#newest = undefined;
    this.#skipped = 0;
    this.#wanted -= 1;
    this.#scoring = true;
    const { speech, versions } = this.#options;
    this.#score(window, { speech, versions }).then(
      (scores) => {
        this.#scoring = false;
        if (this.#state === 'closed') return;
        const smoothed = this.#smoother.smooth(scores);
        const latency = Math.max(0, (this.#now() - captured) / 1000);
        this.#tell({ type: 'window', window: { ...smoothed, latency, skipped } });
        this.#go();
      },
      (error) => this.#fail(error),
    );
  }

  #letGo(): void {
    const release = this.#release;
    this.#release = undefined;
    release?.();
  }

  #fail(error: unknown): void {
    if (this.#state === 'closed') return;
    this.close();
    this.#tell({ type: 'error', error });
  }
}
