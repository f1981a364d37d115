import { istft, stft } from '@ser/features';
import type { Audio } from '@ser/recognizer';

const N_FFT = 1024;
const HOP = 256;
/** What is left of the amplitude of a part that is taken out: -40 dB. */
const LEFT = 0.01;

/** A stretch of a time in seconds, or of frequencies in Hz: from `start` to before `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Takes parts out of a sound, one at a time; the others stay as they are. */
export class PartRemover {
  readonly #audio: Audio;
  readonly #spectrum: ReturnType<typeof stft>;

  constructor(audio: Audio) {
    this.#audio = audio;
    this.#spectrum = stft(audio.samples, { nFft: N_FFT, hopLength: HOP });
  }

  /** The sound without what is between two times. */
  withoutTime(part: Stretch): Audio {
    const { sampleRate } = this.#audio;
    return this.#without((_, frame) => isIn(part, (frame * HOP) / sampleRate));
  }

  /** The sound without a band of frequencies. */
  withoutBand(part: Stretch): Audio {
    const { sampleRate } = this.#audio;
    return this.#without((bin) => isIn(part, (bin * sampleRate) / N_FFT));
  }

  #without(isOut: (bin: number, frame: number) => boolean): Audio {
    const { shape } = this.#spectrum;
    const real = this.#spectrum.real.slice();
    const imag = this.#spectrum.imag.slice();
    const [bins, frames] = shape;
    for (let bin = 0; bin < bins; bin++) {
      for (let frame = 0; frame < frames; frame++) {
        if (!isOut(bin, frame)) continue;
        real[bin * frames + frame] *= LEFT;
        imag[bin * frames + frame] *= LEFT;
      }
    }
    const { sampleRate, samples } = this.#audio;
    const options = { nFft: N_FFT, hopLength: HOP, length: samples.length };
    return { samples: istft({ real, imag, shape }, options), sampleRate };
  }
}

const isIn = ({ start, end }: Stretch, value: number): boolean => value >= start && value < end;
