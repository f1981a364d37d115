import { nearestMaximum } from './nearest-maximum.ts';
import { parabola } from './parabola.ts';

/** Where a ratio in dB ends, and what stands where a harmonic is missing. */
export const RATIO_LIMIT = 201;

/** How far from a formant its harmonics lie at most, relative to it. */
const FORMANT_REACH = 0.2;

/** A harmonic of a spectrum; all 0 where it is missing. */
interface Harmonic {
  /** The top of its maximum. */
  readonly amplitude: number;
  /** The magnitude of its greatest bin. */
  readonly binAmplitude: number;
  /** Where its top is, in Hz. */
  readonly hz: number;
}

const MISSING: Harmonic = { amplitude: 0, binAmplitude: 0, hz: 0 };

/**
 * The harmonics of a voiced frame. A harmonic is the maximum of the spectrum that is nearest to a
 * multiple of the pitch, no farther than half of it.
 */
export class Harmonics {
  readonly #magnitudes: Float64Array;
  readonly #binHz: number;
  readonly #pitch: number;
  readonly #known: Harmonic[] = [];

  constructor(magnitudes: Float64Array, binHz: number, pitch: number) {
    this.#magnitudes = magnitudes;
    this.#binHz = binHz;
    this.#pitch = pitch;
  }

  /**
   * openSMILE's logRelF0-H1-H2 in dB. It counts the harmonics from 0: the second over the third.
   */
  get h1H2(): number {
    return ratio(this.#harmonic(2).amplitude, this.#harmonic(3).amplitude);
  }

  /** openSMILE's logRelF0-H1-A3 in dB: the second harmonic over the greatest near the formant. */
  h1A3(thirdFormant: number): number {
    return ratio(this.#harmonic(2).amplitude, this.#greatestNear(thirdFormant));
  }

  /** The greatest harmonic near a formant over the first, in dB; 0 where none is near. */
  formantAmplitude(formant: number): number {
    const amplitude = this.#greatestNear(formant);
    return amplitude === 0 ? 0 : ratio(amplitude, this.#harmonic(1).binAmplitude);
  }

  #greatestNear(formant: number): number {
    const lowest = (1 - FORMANT_REACH) * formant;
    const highest = (1 + FORMANT_REACH) * formant;
    const from = Math.max(1, Math.floor(lowest / this.#pitch) - 1);
    const to = Math.min(
      Math.floor(highest / this.#pitch) + 2,
      Math.floor(((this.#magnitudes.length - 1) * this.#binHz) / this.#pitch),
    );
    let greatest = 0;
    for (let n = from; n <= to; n++) {
      const { hz, amplitude, binAmplitude } = this.#harmonic(n);
      if (hz === 0 || hz < lowest || hz > highest) continue;
      greatest = Math.max(greatest, n === 1 ? binAmplitude : amplitude);
    }
    return greatest;
  }

  #harmonic(n: number): Harmonic {
    this.#known[n] ??= this.#find(n);
    return this.#known[n];
  }

  #find(n: number): Harmonic {
    const place = Math.floor((n * this.#pitch) / this.#binHz + 0.5);
    const reach = Math.floor((0.5 * this.#pitch) / this.#binHz);
    const at = nearestMaximum(this.#magnitudes, place, reach, 'upper');
    if (at < 0) return MISSING;
    const { value, offset } = parabola(this.#magnitudes, at);
    const hz = (at + offset) * this.#binHz;
    return { amplitude: value, binAmplitude: this.#magnitudes[at], hz };
  }
}

/** In dB, within ±201; 0 where both are missing. */
function ratio(above: number, below: number): number {
  if (above <= 0 && below <= 0) return 0;
  if (above <= 0) return -RATIO_LIMIT;
  if (below <= 0) return RATIO_LIMIT;
  return Math.max(-RATIO_LIMIT, Math.min(RATIO_LIMIT, 20 * Math.log10(above / below)));
}
