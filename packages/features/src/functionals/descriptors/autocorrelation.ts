import { getWindow } from '../../filters/get-window.ts';
import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { RealFft } from '../../kernels/fft/real-fft.ts';
import { once } from '../../util/once.ts';

/** Samples of a frame: 48 ms, three periods of the lowest pitch. */
export const PITCH_WINDOW = 768;

/** Samples of a transform with which lags of up to 256 do not wrap around. */
const TRANSFORM = 1024;

/** The longest of these lags. */
export const LONGEST_LAG = 256;

/** What keeps the correlation of silence finite. */
const LEAST_POWER = 1e-9;

const HANN: () => Float64Array = /* @__PURE__ */ once(() => getWindow('hann', PITCH_WINDOW));

/** By lag, what an autocorrelation is multiplied by: that of the window at 0 over that at the lag. */
const GAINS: () => Float64Array = /* @__PURE__ */ once(() => {
  const fft = planFft(TRANSFORM);
  fft.signal.fill(0);
  fft.signal.set(HANN());
  correlate(fft);
  const { signal } = fft;
  return Float64Array.from({ length: LONGEST_LAG + 1 }, (_, lag) => signal[0] / signal[lag]);
});

/**
 * The autocorrelation of a frame less its mean, under a Hann window, over that of the window: 1 at
 * lag 0 (Boersma 1993).
 *
 * @param samples Of which the frame begins at `start`.
 * @param out `LONGEST_LAG + 1` values.
 * @returns The frame's peak: its greatest distance from its mean.
 */
export function autocorrelation(samples: Float64Array, start: number, out: Float64Array): number {
  const window = HANN();
  const gains = GAINS();
  const fft = planFft(TRANSFORM);
  const { signal } = fft;
  const mean = meanOf(samples, start);
  let peak = 0;
  for (let i = 0; i < PITCH_WINDOW; i++) {
    const value = samples[start + i] - mean;
    const magnitude = Math.abs(value);
    if (magnitude > peak) peak = magnitude;
    signal[i] = value * window[i];
  }
  signal.fill(0, PITCH_WINDOW);
  correlate(fft);
  const scale = 1 / (signal[0] + LEAST_POWER);
  for (let lag = 0; lag <= LONGEST_LAG; lag++) out[lag] = signal[lag] * scale * gains[lag];
  return peak;
}

/** The mean of a frame, in four sums, because an addition waits for the one before it. */
function meanOf(samples: Float64Array, start: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = start; i < start + PITCH_WINDOW; i += 4) {
    s0 += samples[i];
    s1 += samples[i + 1];
    s2 += samples[i + 2];
    s3 += samples[i + 3];
  }
  return (s0 + s1 + (s2 + s3)) / PITCH_WINDOW;
}

/** `signal` becomes its autocorrelation. */
function correlate(fft: RealFft): void {
  fft.forward();
  const { spectrum } = fft;
  for (let i = 0; i < spectrum.length; i += 2) {
    spectrum[i] = spectrum[i] * spectrum[i] + spectrum[i + 1] * spectrum[i + 1];
    spectrum[i + 1] = 0;
  }
  fft.inverse();
}
