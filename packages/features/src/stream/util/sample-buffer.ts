import type { Samples } from '../../samples.ts';

/** The part of a growing signal that later frames will read. */
export class SampleBuffer {
  /** Samples from index `start` of the signal on. */
  values: Float64Array;
  /** Index in the signal of the first value that is kept. */
  start: number = 0;
  /** How many samples the signal has so far. */
  end: number = 0;

  constructor(capacity: number) {
    this.values = new Float64Array(capacity);
  }

  /**
   * Appends samples, the first `count` of them. Drops those before index `needed` when it needs the
   * room.
   */
  append(samples: Samples, needed: number, count: number = samples.length): void {
    this.#makeRoom(count, needed);
    const { values } = this;
    const at = this.end - this.start;
    // A part of the samples would be a new view.
    if (count === samples.length) values.set(samples, at);
    else for (let i = 0; i < count; i++) values[at + i] = samples[i];
    this.end += count;
  }

  /** Appends zeros. */
  appendZeros(count: number, needed: number): void {
    this.#makeRoom(count, needed);
    this.values.fill(0, this.end - this.start, this.end - this.start + count);
    this.end += count;
  }

  #makeRoom(count: number, needed: number): void {
    if (this.end - this.start + count <= this.values.length) return;
    const first = Math.min(needed, this.end);
    const kept = this.end - first;
    const from = first - this.start;
    if (kept + count <= this.values.length) {
      this.values.copyWithin(0, from, from + kept);
    } else {
      const larger = new Float64Array(2 * (kept + count));
      larger.set(this.values.subarray(from, from + kept));
      this.values = larger;
    }
    this.start = first;
  }
}
