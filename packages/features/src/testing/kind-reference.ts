import type { ExtractorConfig, FeatureConfig, Matrix, Samples, StftOptions } from '../index.ts';
import * as features from '../index.ts';

/** The features that are made of librosa's frames; the others have goldens of their own. */
export type LibrosaFeature = Exclude<
  FeatureConfig,
  {
    kind:
      | 'chromaCqt'
      | 'egemaps'
      | 'egemapsLld'
      | 'formants'
      | 'functionals'
      | 'kaldiFbank'
      | 'kaldiMfcc'
      | 'lld'
      | 'tonnetz'
      | 'voiceQuality';
  }
>;

/** The rows of a feature, `[rows, frames]`, from the public functions that librosa's goldens hold. */
export function kindReference(
  samples: Samples,
  { sampleRate, nFft = 2048, hopLength = 512, winLength, window, center, padMode }: ExtractorConfig,
  feature: LibrosaFeature,
): Matrix {
  const stft: StftOptions = { nFft, hopLength, winLength, window, center, padMode };
  const spectral = { ...stft, sampleRate };
  const frames = { frameLength: nFft, hopLength, center };
  switch (feature.kind) {
    case 'rms':
      return row(features.rms(samples, { ...frames, padMode }));
    case 'zcr':
      return row(features.zeroCrossingRate(samples, { ...frames, threshold: feature.threshold }));
    case 'centroid':
      return row(features.spectralCentroid(samples, spectral));
    case 'bandwidth':
      return row(features.spectralBandwidth(samples, spectral));
    case 'rolloff':
      return row(features.spectralRolloff(samples, spectral));
    case 'flatness':
      return row(features.spectralFlatness(samples, stft));
    case 'contrast': {
      const { kind: _, ...options } = feature;
      return features.spectralContrast(samples, { ...spectral, ...options });
    }
    case 'pitch': {
      const { fMin = 65, fMax = 600, troughThreshold } = feature;
      const range = { sampleRate, fMin, fMax, troughThreshold };
      const { f0, voicing } = features.pitchTrack(samples, { ...frames, padMode, ...range });
      return stack(row(f0), row(voicing));
    }
    case 'pyin': {
      const { kind: _, fMin = 65, fMax = 600, fillNa = 0, ...prior } = feature;
      const range = { sampleRate, fMin, fMax, fillNa };
      const track = features.pyin(samples, { ...frames, padMode, ...range, ...prior });
      const flags = Float32Array.from(track.voicedFlag);
      return stack(row(track.f0), row(flags), row(track.voicedProbability));
    }
    case 'pcen': {
      const { kind: _, melPower, scale = 2 ** 31, nMels, fMin, fMax, htk, norm, ...pcen } = feature;
      const bands = { nMels, fMin, fMax, htk, norm, power: melPower ?? 1 };
      const { data, shape } = features.melspectrogram(samples, { ...spectral, ...bands });
      const scaled = { data: data.map((value) => scale * value), shape };
      return features.pcen(scaled, { sampleRate, hopLength, ...pcen });
    }
    case 'chroma': {
      const { kind: _, power = 2, ...options } = feature;
      return features.chromaStft(spectrum(samples, stft, power), { sampleRate, nFft, ...options });
    }
    case 'mel': {
      const { kind: _, ...options } = feature;
      return features.melspectrogram(samples, { ...spectral, ...options });
    }
    case 'logmel': {
      const { kind: _, topDb, deltas, deltaWidth, ...mel } = feature;
      const power = features.melspectrogram(samples, { ...spectral, ...mel });
      return withDeltas(features.powerToDb(power, { topDb }), deltas, deltaWidth);
    }
    case 'mfcc': {
      const { kind: _, topDb, deltas, deltaWidth, melNorm, ...options } = feature;
      const { nMfcc, dctType, norm, lifter, ...mel } = options;
      const power = features.melspectrogram(samples, { ...spectral, ...mel, norm: melNorm });
      const decibels = features.powerToDb(power, { topDb });
      const cepstra = features.mfcc(decibels, { sampleRate, nMfcc, dctType, norm, lifter });
      return withDeltas(cepstra, deltas, deltaWidth);
    }
  }
}

/** A matrix with its columns one after the other, as an extractor's frames are. */
export function byFrame({ data, shape: [rows, frames] }: Matrix): Float32Array {
  return data.map((_, i) => data[(i % rows) * frames + Math.floor(i / rows)]);
}

/** The mean of each row. */
export function means({ data, shape: [rows, frames] }: Matrix): number[] {
  return Array.from({ length: rows }, (_, r) => {
    let sum = 0;
    for (const value of data.subarray(r * frames, (r + 1) * frames)) sum += value;
    return sum / frames;
  });
}

const row = (data: Float32Array): Matrix => ({ data, shape: [1, data.length] });

function stack(...parts: Matrix[]): Matrix {
  const data = Float32Array.from(parts.flatMap((part) => [...part.data]));
  return { data, shape: [data.length / parts[0].shape[1], parts[0].shape[1]] };
}

function withDeltas(rows: Matrix, deltas: 0 | 1 | 2 = 0, width: number = 9): Matrix {
  const derivatives = [1, 2]
    .slice(0, deltas)
    .map((order) => features.delta(rows, { width, order }));
  return stack(rows, ...derivatives);
}

function spectrum(samples: Samples, stft: StftOptions, power: number): Matrix {
  const { real, imag, shape } = features.stft(samples, stft);
  const data = real.map((re, i) => Math.fround(Math.hypot(re, imag[i])) ** power);
  return { data, shape };
}
