import { nextTask } from '../../util/next-task.ts';

/** Multiplications between two tasks; some 50 ms of plain JavaScript. */
const WORK = 4e7;

/** What a value costs that is read from memory once, in multiplications. */
export const PASS_COST = 4;

/** Splits long arithmetic into tasks by how much there is of it, not by a clock. */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  #left = WORK;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    signal?.throwIfAborted();
  }

  /**
   * Counts multiplications that have been done. After enough of them, timers and events run.
   *
   * @returns Whether they ran, which is when progress is worth telling.
   * @throws The signal's reason.
   */
  async spend(multiplications: number): Promise<boolean> {
    this.#left -= multiplications;
    if (this.#left > 0) return false;
    this.#left = WORK;
    await nextTask();
    this.#signal?.throwIfAborted();
    return true;
  }
}
