import type { LabelScore } from '@ser/recognizer';

/** Seconds that are in view. */
export const SPAN = 30;

/** What was heard at a time, in seconds of the page's clock. */
export interface HeardAt {
  readonly at: number;
  readonly scores: readonly LabelScore[];
}

/** How loud it was at a time. */
export interface LoudAt {
  readonly at: number;
  /** The highest sample, in [0, 1]. */
  readonly peak: number;
}

/** The last half minute, and no more of it. */
export class LiveTrack {
  #heard: HeardAt[] = [];
  #loud: LoudAt[] = [];

  get heard(): readonly HeardAt[] {
    return this.#heard;
  }

  get loud(): readonly LoudAt[] {
    return this.#loud;
  }

  hear(at: number, scores: readonly LabelScore[]): void {
    this.#heard.push({ at, scores });
    while (this.#heard[0].at < at - 2 * SPAN) this.#heard.shift();
  }

  loudness(at: number, peak: number): void {
    this.#loud.push({ at, peak });
    while (this.#loud[0].at < at - 2 * SPAN) this.#loud.shift();
  }

  clear(): void {
    this.#heard = [];
    this.#loud = [];
  }
}
