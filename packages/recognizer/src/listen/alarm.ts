import type { Timers } from './environment.ts';

/** A timer that can be set and cleared any number of times. */
export class Alarm {
  readonly #timers: Timers;
  readonly #ms: number;
  readonly #ring: () => void;
  #timer: unknown;

  constructor(timers: Timers, seconds: number, ring: () => void) {
    this.#timers = timers;
    this.#ms = 1000 * seconds;
    this.#ring = ring;
  }

  /** Starts it, unless it runs. */
  set(): void {
    this.#timer ??= this.#timers.setTimeout(() => {
      this.#timer = undefined;
      this.#ring();
    }, this.#ms);
  }

  /** Stops it. */
  clear(): void {
    if (this.#timer === undefined) return;
    this.#timers.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
