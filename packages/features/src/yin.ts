import { checkInteger, checkNonNegative, checkPositive, invalid, MAX_LENGTH } from './check.ts';
import { realFft } from './fft/real-fft.ts';
import type { PadMode } from './pad.ts';
import type { FrameOptions } from './rms.ts';
import type { Samples } from './samples.ts';
import { frameSignal } from './stft-options.ts';

/** The range and the threshold of a pitch search. */
export interface PitchRange {
  /** Lowest pitch in Hz. A frame must be longer than its period. */
  fMin: number;
  /** Highest pitch in Hz. */
  fMax: number;
  /** The first trough of the difference function below this is the period. Default 0.1. */
  troughThreshold?: number;
}

/** Options of {@link yin}; `hopLength` defaults to `floor(frameLength / 4)`. */
export interface YinOptions extends FrameOptions, PitchRange {
  /** Samples per second. */
  sampleRate: number;
  /** What centring puts outside of the signal. Default `'constant'`: zeros. */
  padMode?: PadMode;
}

/** The pitch of each frame, and how sure it is. */
export interface PitchTrack {
  /** Hz. */
  readonly f0: Float32Array;
  /** 1 where the frame repeats exactly, 0 where nothing repeats: 1 less YIN's normalised difference. */
  readonly voicing: Float32Array;
}

/**
 * Fundamental frequency; librosa's `yin` (A. de Cheveigné and H. Kawahara, "YIN, a fundamental
 * frequency estimator for speech and music", 2002).
 *
 * Every frame has a pitch, silence and noise included: see {@link pitchTrack} for how far to trust it.
 *
 * @returns Hz, a value a frame
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
 */
export function yin(samples: Samples, options: YinOptions): Float32Array {
  return pitchTrack(samples, options).f0;
}

/**
 * {@link yin} with the strength of voicing, from the same computation.
 *
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
 */
export function pitchTrack(samples: Samples, options: YinOptions): PitchTrack {
  const { frameLength = 2048, center = true, padMode = 'constant' } = options;
  checkInteger('yin', 'frameLength', frameLength, 4, MAX_LENGTH);
  const { hopLength = Math.floor(frameLength / 4) } = options;
  checkInteger('yin', 'hopLength', hopLength, 1);
  const detect = pitchDetector(frameLength, options);
  const signal = frameSignal('yin', samples, frameLength, { hopLength, center, padMode });
  const f0 = new Float32Array(signal.count);
  const voicing = new Float32Array(signal.count);
  const pitch = new Float64Array(2);
  for (let t = 0; t < signal.count; t++) {
    signal.seekFrame(t);
    detect(signal.values, signal.start, pitch);
    f0[t] = pitch[0];
    voicing[t] = pitch[1];
  }
  return { f0, voicing };
}

/** Writes the pitch of the frame at `start` and its voicing to `out`, `[2]`; allocates nothing. */
export type PitchDetector = (samples: Samples, start: number, out: Float64Array) => void;

/** A detector for frames of one length. @throws FeatureError for options out of range */
export function pitchDetector(
  frameLength: number,
  { sampleRate, fMin, fMax, troughThreshold = 0.1 }: PitchRange & { sampleRate: number },
): PitchDetector {
  checkPositive('yin', 'sampleRate', sampleRate);
  checkPositive('yin', 'fMin', fMin);
  checkNonNegative('yin', 'troughThreshold', troughThreshold);
  if (!(fMax > fMin && fMax <= sampleRate / 2)) {
    throw invalid('yin', 'fMax', `above fMin=${fMin} and at most ${sampleRate / 2} Hz`, fMax);
  }
  if (sampleRate / fMin >= frameLength - 1) {
    const lowest = (sampleRate / (frameLength - 1)).toFixed(3);
    throw invalid('yin', 'fMin', `above ${lowest} Hz for frames of ${frameLength}`, fMin);
  }
  const shortest = Math.floor(sampleRate / fMax);
  const longest = Math.min(Math.ceil(sampleRate / fMin), frameLength - 1);

  let size = 4;
  while (size < 2 * frameLength - 1) size *= 2;
  const fft = realFft(size);
  const frame = new Float64Array(size);
  const { signal: correlation, spectrum } = fft;
  const difference = new Float64Array(longest + 1);

  return (samples, start, out) => {
    for (let i = 0; i < frameLength; i++) frame[i] = samples[start + i];
    autocorrelate();
    normalise();
    const period = choosePeriod();
    out[0] = sampleRate / (period + parabolicShift(period));
    out[1] = Math.max(0, 1 - difference[period]);
  };

  function autocorrelate(): void {
    fft.signal.set(frame);
    fft.forward();
    for (let i = 0; i < spectrum.length; i += 2) {
      spectrum[i] = spectrum[i] * spectrum[i] + spectrum[i + 1] * spectrum[i + 1];
      spectrum[i + 1] = 0;
    }
    fft.inverse();
  }

  /** The difference of the frame and itself a lag later, over the mean of shorter lags'. */
  function normalise(): void {
    let energy = 0;
    let sum = 0;
    for (let lag = 1; lag <= longest; lag++) {
      // librosa takes away the energy that is lost at the start, and not that lost at the end.
      energy += frame[lag - 1] * frame[lag - 1];
      const value = 2 * (correlation[0] - correlation[lag]) - energy;
      sum += value;
      const mean = sum / lag;
      difference[lag] = mean === 0 ? 0 : value / mean;
    }
  }

  /** The first trough below the threshold, else the lag of the least difference. */
  function choosePeriod(): number {
    let least = shortest;
    for (let lag = shortest; lag <= longest; lag++) {
      const here = difference[lag];
      if (here < difference[least]) least = lag;
      const falls = lag === shortest || here < difference[lag - 1];
      const rises =
        lag === longest ||
        (lag === shortest ? here < difference[lag + 1] : here <= difference[lag + 1]);
      if (here < troughThreshold && falls && rises) return lag;
    }
    return least;
  }

  /** Where a parabola through the trough and its neighbours is lowest, within half a sample. */
  function parabolicShift(lag: number): number {
    if (lag === shortest || lag === longest) return 0;
    const curvature = difference[lag + 1] + difference[lag - 1] - 2 * difference[lag];
    const slope = (difference[lag + 1] - difference[lag - 1]) / 2;
    return Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
  }
}
