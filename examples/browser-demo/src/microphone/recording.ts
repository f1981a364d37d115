import type { Audio } from '@ser/recognizer';
import { joined } from '../recognition/sound/gathered.ts';

/** What is kept of a microphone, up to a length. */
export class Recording {
  readonly #longest: number;
  #pieces: Audio[] = [];
  #seconds = 0;

  /** @param longest Seconds after which it is full. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  get seconds(): number {
    return this.#seconds;
  }

  get isFull(): boolean {
    return this.#seconds >= this.#longest;
  }

  /** Keeps a piece; what is beyond the length is left out. */
  push({ samples, sampleRate }: Audio): void {
    const left = Math.round((this.#longest - this.#seconds) * sampleRate);
    const kept = samples.subarray(0, Math.max(0, left));
    if (kept.length === 0) return;
    this.#pieces.push({ samples: kept, sampleRate });
    this.#seconds += kept.length / sampleRate;
  }

  /** All of it in one piece; undefined where there is none. */
  get audio(): Audio | undefined {
    return this.#pieces.length > 0 ? joined(this.#pieces) : undefined;
  }
}
