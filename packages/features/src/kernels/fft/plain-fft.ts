import { windowFrame } from '../window-frame.ts';
import { evenFft } from './even-fft.ts';
import { writeMagnitudes } from './magnitude.ts';
import { oddFft } from './odd-fft.ts';
import type { RealFft } from './real-fft.ts';

/** The transform of any length in JavaScript. */
export function plainFft(size: number): RealFft {
  const transforms = size % 2 === 0 ? evenFft(size) : oddFft(size);
  const { signal, spectrum } = transforms;
  return {
    ...transforms,
    size,
    bins: spectrum.length / 2,
    load: (samples, start, window) => windowFrame(samples, start, window, signal),
    magnitudes: (out, at) => writeMagnitudes(spectrum, out, at),
  };
}
