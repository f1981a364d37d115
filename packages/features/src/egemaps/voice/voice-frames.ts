import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { RealFft } from '../../kernels/fft/real-fft.ts';
import { cached } from '../../util/cached.ts';

/** The width of the Gaussian window, relative to half of it. */
const WIDTH = 0.4;

/** How many lengths are cached. */
const CACHED_LENGTHS = 4;
const known = new Map<number, Known>();

/** What frames of one length share. */
interface Known {
  readonly window: Float64Array;
  readonly magnitudes: Float64Array;
}

/** A spectrum of the voice, whose magnitudes the next one overwrites. */
export interface VoiceFrame {
  readonly magnitudes: Float64Array;
  /** The root of the mean square of the windowed frame. */
  readonly rms: number;
}

/** The transform of frames of so many samples: the next power of two. */
export const voiceFft = (size: number): RealFft => planFft(2 ** Math.ceil(Math.log2(size)));

/** The spectrum of a frame of 60 ms under a Gaussian window. */
export function voiceFrame(
  samples: Float32Array | Float64Array,
  start: number,
  size: number,
): VoiceFrame {
  const fft = voiceFft(size);
  const { window, magnitudes } = cached(known, CACHED_LENGTHS, size, () => ({
    window: gaussian(size),
    magnitudes: new Float64Array(fft.bins),
  }));
  const { signal, spectrum } = fft;
  for (let i = 0; i < size; i++) signal[i] = samples[start + i] * window[i];
  signal.fill(0, size);
  fft.forward();
  const last = fft.bins - 1;
  let energy = 0;
  for (let k = 0; k <= last; k++) {
    const re = spectrum[2 * k];
    const im = spectrum[2 * k + 1];
    const power = re * re + im * im;
    energy += power;
    magnitudes[k] = Math.sqrt(power);
  }
  // By Parseval: all bins but the first and the last stand for two.
  const both = 2 * energy - magnitudes[0] ** 2 - magnitudes[last] ** 2;
  return { magnitudes, rms: Math.sqrt(both / fft.size / size) };
}

function gaussian(size: number): Float64Array {
  const half = (size - 1) / 2;
  return Float64Array.from({ length: size }, (_, i) =>
    Math.exp(-0.5 * ((i - half) / half / WIDTH) ** 2),
  );
}
