import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { Samples } from '../../samples.ts';

/** The shortest transform. With shorter ones the calls would take longer than their work. */
const SHORTEST = 1024;

/**
 * The convolution of a signal with a response, as long as the signal, by overlap-add (T. Stockham,
 * "High-speed convolution and correlation", 1966).
 *
 * @param response At least one value.
 */
export function convolve(samples: Samples, response: Float64Array): Float64Array {
  // Blocks of half of the transform or more, so that most of it is not overlap.
  let size = SHORTEST;
  while (size < 2 * response.length) size *= 2;
  const block = size - response.length + 1;
  const fft = planFft(size);
  const { signal, spectrum } = fft;
  signal.set(response);
  signal.fill(0, response.length);
  fft.forward();
  const gains = spectrum.slice();
  const result = new Float64Array(samples.length);
  for (let start = 0; start < samples.length; start += block) {
    const part = samples.subarray(start, start + block);
    signal.set(part);
    signal.fill(0, part.length);
    fft.forward();
    multiply(spectrum, gains);
    fft.inverse();
    const end = Math.min(samples.length, start + size);
    for (let i = start; i < end; i++) result[i] += signal[i - start];
  }
  return result;
}

/** Products of complex numbers, in place. */
function multiply(values: Float64Array, factors: Float64Array): void {
  for (let i = 0; i < values.length; i += 2) {
    const re = values[i];
    const im = values[i + 1];
    values[i] = re * factors[i] - im * factors[i + 1];
    values[i + 1] = re * factors[i + 1] + im * factors[i];
  }
}
