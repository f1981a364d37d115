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

/** The window's autocorrelation, over its value at lag 0. */
const WINDOW_CORRELATION: () => Float64Array = /* @__PURE__ */ once(() => {
  const fft = planFft(TRANSFORM);
  fft.signal.fill(0);
  fft.signal.set(HANN());
  correlate(fft);
  const { signal } = fft;
  return Float64Array.from({ length: LONGEST_LAG + 1 }, (_, lag) => signal[lag] / signal[0]);
});

/**
 * The autocorrelation of a frame under a Hann window over that of the window, 1 at lag 0 (Boersma
 * 1993).
 *
 * @param frame `PITCH_WINDOW` samples, whose mean is 0.
 * @param out `LONGEST_LAG + 1` values.
 */
export function autocorrelation(frame: Float64Array, out: Float64Array): void {
  const window = HANN();
  const expected = WINDOW_CORRELATION();
  const fft = planFft(TRANSFORM);
  const { signal } = fft;
  for (let i = 0; i < PITCH_WINDOW; i++) signal[i] = frame[i] * window[i];
  signal.fill(0, PITCH_WINDOW);
  correlate(fft);
  const power = signal[0] + LEAST_POWER;
  for (let lag = 0; lag <= LONGEST_LAG; lag++) out[lag] = signal[lag] / power / expected[lag];
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
