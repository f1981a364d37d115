import { FRAME_COLUMN } from './table-columns.ts';

/** Holds the column that counts the frames of each clip against itself, a group at a time. */
export class FrameCounter {
  readonly #total: number;
  #frames: number | undefined;
  #line = 0;

  /**
   * @param frames of each clip; undefined where they are counted
   * @param total lines of the file
   */
  constructor(frames: number | undefined, total: number) {
    this.#frames = frames;
    this.#total = total;
  }

  /** Of each clip; undefined as long as the first one goes on. */
  get frames(): number | undefined {
    return this.#frames;
  }

  add(counts: Float64Array): void {
    if (this.#frames === undefined) {
      const next = counts.indexOf(0, this.#line === 0 ? 1 : 0);
      if (next !== -1) this.#frames = this.#line + next;
      else if (this.#line + counts.length === this.#total) this.#frames = this.#total;
    }
    const frames = this.#frames ?? Number.POSITIVE_INFINITY;
    const wrong = counts.findIndex((value, i) => value !== (this.#line + i) % frames);
    if (wrong !== -1) {
      throw new Error(
        `its column ${FRAME_COLUMN} must count from 0 to ${frames - 1} for each clip, ` +
          `got ${counts[wrong]} in row ${this.#line + wrong}`,
      );
    }
    this.#line += counts.length;
  }

  /** Of each clip, after all lines. */
  whole(): number {
    if (this.#frames) return this.#frames;
    throw new Error('it has no rows, so that nobody knows how many frames a clip has');
  }
}
