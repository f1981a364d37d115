import type { Tolerance } from '@ser/testing';
// Not from the package's index, which needs Node: this file runs in a page too.
import { seeded } from '../../../../tools/testing/src/seeded.ts';
import * as features from '../index.ts';

/** An array of librosa's, of which every `step`-th value is kept. */
export interface Part {
  shape: number[];
  step: number;
  /** The greatest magnitude of the whole array. */
  max: number;
  /** Null where there is nothing to compare with; the generator says why. */
  values: (number | null)[];
}

/** One call of a librosa function. */
export interface Case {
  function: string;
  signal: string;
  options: Record<string, unknown>;
  /** The option that differs from the case before, in the goldens of options. */
  change?: string;
  parts: Part[];
}

/** Our answer to a case: of each array those values that were kept of librosa's. */
export function answer(expected: Case, samples: Float32Array): number[][] {
  const arrays = run(expected, samples);
  return expected.parts.map(({ shape, step }, i) => {
    const length = shape.reduce((a, b) => a * b, 1);
    const { [i]: values } = arrays;
    if (values.length !== length) throw new Error(`${values.length} values, librosa has ${length}`);
    return Array.from({ length: Math.ceil(length / step) }, (_, k) => values[k * step]);
  });
}

/** Our answer to a case, as a list of arrays. */
function run({ function: name, options }: Case, samples: Float32Array): ArrayLike<number>[] {
  // Options come from JSON in the names of our functions; the functions check their values.
  const o = options as never;
  switch (name) {
    case 'stft': {
      const { real, imag } = features.stft(samples, o);
      return [real, imag];
    }
    case 'istft':
      return [features.istft(features.stft(samples, o), o)];
    case 'melspectrogram':
      return [features.melspectrogram(samples, o).data];
    case 'mfcc':
      return [features.mfcc(samples, o).data];
    case 'chroma_stft':
      return [features.chromaStft(samples, o).data];
    case 'rms':
      return [features.rms(samples, o)];
    case 'zero_crossing_rate':
      return [features.zeroCrossingRate(samples, o)];
    case 'power_to_db':
      return [features.powerToDb(magnitude(samples, 2), o).data];
    case 'amplitude_to_db':
      return [features.amplitudeToDb(magnitude(samples, 1), o).data];
    case 'piptrack': {
      const { pitches, magnitudes } = features.piptrack(samples, o);
      return [pitches.data, magnitudes.data];
    }
    case 'estimate_tuning':
      return [[features.estimateTuning(samples, o)]];
    case 'time_stretch':
      return [features.timeStretch(samples, o)];
    case 'pitch_shift':
      return [features.pitchShift(samples, o)];
    case 'stretch_pitch': {
      const random = (): number => Number.NaN;
      const sampleRate = Number(options.sampleRate);
      const [, stretchPitch] = features.REFERENCE_VARIANTS;
      return [features.applyVariant(samples, stretchPitch, { sampleRate, random })];
    }
    case 'add_noise':
      return [features.addNoise(samples, { random: seeded(Number(options.seed)) })];
    case 'phase_vocoder': {
      const { real, imag } = features.phaseVocoder(features.stft(samples), o);
      return [real, imag];
    }
    case 'istft_of_stft':
      return [features.istft(features.stft(samples), o)];
    case 'pitch_tuning':
      return [
        [
          features.pitchTuning(
            samples.map((y) => 4000 * Math.abs(y)),
            o,
          ),
        ],
      ];
    case 'pitch_tuning_of_each':
      return [
        Array.from({ length: 200 }, (_, i) => {
          const nudge = i % 2 === 0 ? -1e-6 : 1e-6;
          const hz = 27.5 * 2 ** ((3600 + Math.floor(i / 2)) / 1200 + nudge);
          return features.pitchTuning(Float32Array.of(hz), o);
        }),
      ];
    case 'hz_to_mel':
      return [Array.from(samples.subarray(0, 100), (y) => features.hzToMel(4000 * Math.abs(y), o))];
    case 'mel_to_hz':
      return [Array.from(samples.subarray(0, 100), (y) => features.melToHz(4000 * Math.abs(y), o))];
    case 'mel_frequencies':
      return [features.melFrequencies(40, o)];
    case 'filters.mel':
      return [features.filters.mel(o).data];
    case 'filters.chroma':
      return [features.filters.chroma(o).data];
    case 'delta':
      return [features.delta(features.mfcc(samples, { sampleRate: 22050 }), o).data];
    case 'spectral_centroid':
      return [features.spectralCentroid(samples, o)];
    case 'spectral_bandwidth':
      return [features.spectralBandwidth(samples, o)];
    case 'spectral_rolloff':
      return [features.spectralRolloff(samples, o)];
    case 'spectral_flatness':
      return [features.spectralFlatness(samples, o)];
    case 'spectral_contrast':
      return [features.spectralContrast(samples, o).data];
    case 'tonnetz':
      return [features.tonnetz(features.chromaStft(samples, o)).data];
    case 'cqt':
    case 'vqt': {
      const transform = name === 'cqt' ? features.cqt : features.vqt;
      const { real, imag } = transform(samples, o);
      return [real, imag];
    }
    case 'pseudo_cqt':
      return [features.pseudoCqt(samples, o).data];
    case 'hybrid_cqt':
      return [features.hybridCqt(samples, o).data];
    case 'chroma_cqt':
      return [features.chromaCqt(samples, smoothing(options)).data];
    case 'chroma_cens':
      return [features.chromaCens(samples, smoothing(options)).data];
    case 'tonnetz_of_samples':
      return [features.tonnetz(samples, smoothing(options)).data];
    case 'filters.cq_to_chroma':
      return [features.filters.cqToChroma(smoothing(options)).data];
    case 'trim': {
      const { start, end } = features.trim(samples, o);
      return [[start, end]];
    }
    case 'yin':
      return [features.yin(samples, o)];
    case 'get_window': {
      const { window, length } = options as { window: features.Window; length: number };
      return [features.getWindow(window, length)];
    }
    case 'resample':
      return [features.resample(samples, o)];
    default:
      throw new Error(`no function for ${name}`);
  }
}

/** Options whose window is a list of weights in JSON. */
function smoothing({ window, ...options }: Case['options']): never {
  return { ...options, window: window && Float32Array.from(window as number[]) } as never;
}

function magnitude(samples: Float32Array, power: 1 | 2): features.Matrix {
  const { real, imag, shape } = features.stft(samples);
  const data = real.map((re, i) => Math.fround(Math.hypot(re, imag[i])) ** power);
  return { data, shape };
}

// Relative 1e-4, and 1e-5 of full scale near zero. float32 has 7 digits. Sums over 2,048 samples
// and a logarithm cost librosa's float32 arithmetic up to three of them.
const FEATURE: Tolerance = { rtol: 1e-4, atol: 1e-5 };

/**
 * Parts of full scale. The chirp stays below 0.9 of every lower Nyquist frequency. Noise and clicks
 * do not, and a click is on the first sample. soxr takes another path for every ratio. It is
 * followed less closely in the first samples, and least closely where it halves the rate first.
 */
function resampled({ signal, options }: Case): Tolerance {
  // Noise that comes and goes slowly shows the whole band and nothing of the ends.
  if (signal === 'breath') return { rtol: 0, atol: 2e-6 };
  if (signal !== 'noise' && signal !== 'clicks') return { rtol: 0, atol: 1e-4 };
  return { rtol: 0, atol: options.origSr === 96000 ? 5e-3 : 1e-3 };
}

// Sums with cancellation are compared on the scale of the largest value. A stretch sums phases of
// up to 2e5 rad in float32, where one step is 0.016 rad.
const SCALED: Record<string, number> = {
  stft: 1e-6,
  mfcc: 1e-6,
  delta: 1e-6,
  time_stretch: 1e-3,
  pitch_shift: 1e-3,
  stretch_pitch: 1e-3,
  phase_vocoder: 1e-3,
};

/** How far our answer may be from an array of librosa's. */
export function toleranceOf(expected: Case, { max }: Part): Tolerance {
  if (expected.function === 'resample') return resampled(expected);
  const scaled = SCALED[expected.function];
  return scaled ? { rtol: 1e-4, atol: Math.max(1e-5, scaled * max) } : FEATURE;
}

/** The name of a case in a report. */
export const titleOf = ({ function: name, signal, options }: Case): string =>
  `${name} of ${signal} ${JSON.stringify(options)}`;
