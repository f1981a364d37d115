import { windowFrame } from '../window-frame.ts';
import { evenFft } from './even-fft.ts';
import { writeMagnitudes } from './magnitude.ts';
import { oddFft } from './odd-fft.ts';
import type { RealFft } from './real-fft.ts';
import { scaleSpectrum } from './scale-spectrum.ts';
import { writeSingles } from './write-singles.ts';

/** The transform of any length in JavaScript. */
export function plainFft(size: number): RealFft {
  const transforms = size % 2 === 0 ? evenFft(size) : oddFft(size);
  const { signal, spectrum } = transforms;
  return {
    ...transforms,
    size,
    bins: spectrum.length / 2,
    load: (samples, start, window) => windowFrame(samples, start, window, signal),
    scale: (gains) => scaleSpectrum(spectrum, gains),
    copySignal: (from, count, out, at) => writeSingles(signal, from, count, out, at),
    magnitudes: (out, at) => writeMagnitudes(spectrum, out, at),
  };
}
