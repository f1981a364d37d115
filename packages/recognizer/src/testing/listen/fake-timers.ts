import type { Timers } from '../../listen/environment.ts';

/** A clock that stands still until it is told to go on. */
export class FakeTimers implements Timers {
  #now = 0;
  #next = 1;
  readonly #timers = new Map<number, { at: number; run: () => void }>();

  now = (): number => this.#now;

  setTimeout = (run: () => void, ms: number): unknown => {
    this.#timers.set(this.#next, { at: this.#now + ms, run });
    return this.#next++;
  };

  clearTimeout = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  /** How many timers run. */
  get running(): number {
    return this.#timers.size;
  }

  /** Goes on by some milliseconds, and calls what is due, in its order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end);
      if (due.length === 0) break;
      const [id, { at, run }] = due.reduce((a, b) => (b[1].at < a[1].at ? b : a));
      this.#timers.delete(id);
      this.#now = at;
      run();
    }
    this.#now = end;
  }
}
