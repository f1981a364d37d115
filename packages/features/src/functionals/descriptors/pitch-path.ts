import { log2 } from '../../kernels/log10.ts';
import { type Candidates, MOST_CANDIDATES } from './pitch-candidates.ts';

/** What a jump costs per octave, and a change between voiced and unvoiced. */
const JUMP_COST = 0.35;
const VOICING_COST = 0.14;

/** The candidates of a frame: unvoiced, and the peaks. */
const STATES: number = 1 + MOST_CANDIDATES;

/**
 * The path through the candidates of a clip's frames with the highest sum of scores less what its
 * jumps cost (Viterbi). Candidates are added frame by frame.
 */
export class PitchPath {
  readonly #hz: Float64Array;
  readonly #octaves: Float64Array;
  readonly #back: Uint8Array;
  readonly #counts: Uint8Array;
  #totals: Float64Array = new Float64Array(STATES);
  #next: Float64Array = new Float64Array(STATES);
  #frames = 0;

  constructor(frames: number) {
    this.#hz = new Float64Array(frames * STATES);
    this.#octaves = new Float64Array(frames * STATES);
    this.#back = new Uint8Array(frames * STATES);
    this.#counts = new Uint8Array(frames);
  }

  /** The next frame: its peaks, and the score of calling it unvoiced. */
  add({ count, hz, scores }: Candidates, unvoiced: number): void {
    const frame = this.#frames++;
    const at = frame * STATES;
    this.#counts[frame] = 1 + count;
    for (let i = 0; i < count; i++) {
      this.#hz[at + 1 + i] = hz[i];
      this.#octaves[at + 1 + i] = log2(hz[i]);
    }
    for (let state = 0; state <= count; state++) {
      const best = frame === 0 ? 0 : this.#bestBefore(frame, state);
      this.#next[state] = best + (state === 0 ? unvoiced : scores[state - 1]);
    }
    [this.#totals, this.#next] = [this.#next, this.#totals];
  }

  /** The pitch of each frame in Hz; 0 where it is unvoiced. */
  trace(): Float64Array {
    const f0 = new Float64Array(this.#frames);
    let state = 0;
    const last = this.#frames - 1;
    for (let i = 1; i < this.#counts[last]; i++) {
      if (this.#totals[i] > this.#totals[state]) state = i;
    }
    for (let frame = last; frame >= 0; frame--) {
      f0[frame] = this.#hz[frame * STATES + state];
      state = this.#back[frame * STATES + state];
    }
    return f0;
  }

  /** The total of the best way to a state; of equal ones the first. */
  #bestBefore(frame: number, state: number): number {
    const before = (frame - 1) * STATES;
    const octave = this.#octaves[frame * STATES + state];
    let best = Number.NEGATIVE_INFINITY;
    let from = 0;
    for (let i = 0; i < this.#counts[frame - 1]; i++) {
      let cost = 0;
      if (i > 0 && state > 0) cost = JUMP_COST * Math.abs(this.#octaves[before + i] - octave);
      else if (i > 0 || state > 0) cost = VOICING_COST;
      const total = this.#totals[i] - cost;
      if (total > best) {
        best = total;
        from = i;
      }
    }
    this.#back[frame * STATES + state] = from;
    return best;
  }
}
