import { readFileSync } from 'node:fs';
import * as features from '../index.ts';

/** An array that librosa gave, of which every `step`-th value was kept. */
interface Part {
  shape: number[];
  step: number;
  /** The greatest magnitude of the whole array. */
  max: number;
  /** Null where there is nothing to compare with: the generator says why. */
  values: (number | null)[];
}

/** One call of a librosa function. */
export interface Case {
  function: string;
  signal: string;
  options: Record<string, unknown>;
  parts: Part[];
}

/** Reads a file that tools/parity/generate.py wrote. */
export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')) as T;
}

/** How far an array may be from librosa's: `absolute + relative * |expected|`. */
export interface Tolerance {
  relative: number;
  absolute: number;
}

/** The largest deviation as a multiple of the tolerance; above 1 is a failure. */
export function deviation(actual: ArrayLike<number>, part: Part, tolerance: Tolerance): number {
  const length = part.shape.reduce((a, b) => a * b, 1);
  if (actual.length !== length) throw new Error(`${actual.length} values, librosa has ${length}`);
  let worst = 0;
  part.values.forEach((expected, i) => {
    if (expected === null) return;
    const error = Math.abs(actual[i * part.step] - expected);
    worst = Math.max(worst, error / (tolerance.absolute + tolerance.relative * Math.abs(expected)));
    if (Number.isNaN(error)) worst = Number.POSITIVE_INFINITY;
  });
  return worst;
}

/** Our answer to a case, as a list of arrays. */
export function run({ function: name, options }: Case, samples: Float32Array): ArrayLike<number>[] {
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
    case 'trim': {
      const { start, end } = features.trim(samples, o);
      return [[start, end]];
    }
    case 'yin':
      return [features.yin(samples, o)];
    case 'resample':
      return [features.resample(samples, o)];
    default:
      throw new Error(`no function for ${name}`);
  }
}

function magnitude(samples: Float32Array, power: 1 | 2): features.Matrix {
  const { real, imag, shape } = features.stft(samples);
  const data = real.map((re, i) => Math.fround(Math.hypot(re, imag[i])) ** power);
  return { data, shape };
}
