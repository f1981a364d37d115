import { getWindow } from '../../filters/get-window.ts';
import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { RealFft } from '../../kernels/fft/real-fft.ts';
import { DOUBLE_BYTES } from '../../kernels/wasm/bytes.ts';
import { type FunctionalKernels, functionalKernels } from '../../kernels/wasm/kernels.ts';
import { Room } from '../../kernels/wasm/room.ts';
import {
  reserveTransform,
  type TransformRoom,
  writeFactors,
} from '../../kernels/wasm/transform-room.ts';
import type { Samples } from '../../samples.ts';
import { copyBetweenZeros } from '../../util/copy-between-zeros.ts';
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

/** The frames of a signal, whose autocorrelations are read one after the other. */
export interface Correlator {
  /** The autocorrelation that was read last, lags 0 to `LONGEST_LAG`. */
  readonly correlation: Float64Array;
  /**
   * Reads frame `t`. The first is 0, and each is the one after the last.
   *
   * @returns The frame's peak: its greatest distance from its mean.
   */
  read(t: number): number;
}

/**
 * Autocorrelations of frames less their means, under a Hann window, over that of the window: 1 at
 * lag 0 (Boersma 1993). They are computed on WebAssembly SIMD where the platform has it, with the
 * same bits elsewhere.
 *
 * @param samples Frame t is around sample `t * hop`; beyond the ends are zeros.
 * @returns A reader that is valid until another kernel is called.
 */
export function openCorrelator(samples: Samples, hop: number): Correlator {
  const room = new Room();
  const places = {
    samples: room.reserve(DOUBLE_BYTES * ((BLOCK - 1) * hop + PITCH_WINDOW)),
    window: room.reserve(DOUBLE_BYTES * PITCH_WINDOW),
    gains: room.reserve(DOUBLE_BYTES * (LONGEST_LAG + 2)),
    out: room.reserve(DOUBLE_BYTES * (LONGEST_LAG + 2)),
    transform: reserveTransform(room, TRANSFORM),
  };
  const kernels = functionalKernels(room.bytes);
  return kernels ? onKernel(kernels, places, samples, hop) : inJavaScript(samples, hop);
}

/** How many frames' samples the kernel has at a time. */
const BLOCK = 64;

interface Places {
  readonly samples: number;
  readonly window: number;
  readonly gains: number;
  readonly out: number;
  readonly transform: TransformRoom;
}

function onKernel(
  { memory, autocorrelation }: FunctionalKernels,
  places: Places,
  samples: Samples,
  hop: number,
): Correlator {
  // Before they are read, because they may need a kernel.
  const [window, gains] = [HANN(), GAINS()];
  const { buffer } = memory;
  new Float64Array(buffer, places.window, PITCH_WINDOW).set(window);
  new Float64Array(buffer, places.gains, gains.length).set(gains);
  writeFactors(buffer, places.transform, TRANSFORM);
  const block = new Float64Array(buffer, places.samples, (BLOCK - 1) * hop + PITCH_WINDOW);
  return {
    correlation: new Float64Array(buffer, places.out, LONGEST_LAG + 1),
    read(t) {
      const inBlock = t % BLOCK;
      if (inBlock === 0) copyBetweenZeros(samples, t * hop - PITCH_WINDOW / 2, block);
      return autocorrelation(
        places.samples + DOUBLE_BYTES * inBlock * hop,
        PITCH_WINDOW,
        TRANSFORM / 2,
        places.window,
        ...places.transform,
        places.gains,
        LONGEST_LAG + 1,
        LEAST_POWER,
        places.out,
      );
    },
  };
}

function inJavaScript(samples: Samples, hop: number): Correlator {
  const window = HANN();
  const gains = GAINS();
  const fft = planFft(TRANSFORM);
  const { signal } = fft;
  const frame = new Float64Array(PITCH_WINDOW);
  const correlation = new Float64Array(LONGEST_LAG + 1);
  return {
    correlation,
    read(t) {
      copyBetweenZeros(samples, t * hop - PITCH_WINDOW / 2, frame);
      const mean = meanOf(frame);
      let peak = 0;
      for (let i = 0; i < PITCH_WINDOW; i++) {
        const value = frame[i] - mean;
        peak = Math.max(peak, Math.abs(value));
        signal[i] = value * window[i];
      }
      signal.fill(0, PITCH_WINDOW);
      correlate(fft);
      const scale = 1 / (signal[0] + LEAST_POWER);
      for (let lag = 0; lag <= LONGEST_LAG; lag++) {
        correlation[lag] = signal[lag] * scale * gains[lag];
      }
      return peak;
    },
  };
}

/** The mean of a frame, in four sums, because an addition waits for the one before it. */
function meanOf(frame: Float64Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < PITCH_WINDOW; i += 4) {
    s0 += frame[i];
    s1 += frame[i + 1];
    s2 += frame[i + 2];
    s3 += frame[i + 3];
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
