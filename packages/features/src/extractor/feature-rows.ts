import { powerToDb } from '../core/decibels.ts';
import { pitchTrack } from '../core/pitch-track.ts';
import { chromaOf } from '../feature/chroma-stft.ts';
import { delta } from '../feature/delta.ts';
import { mfcc } from '../feature/mfcc.ts';
import { spectralBandwidth } from '../feature/spectral-bandwidth.ts';
import { spectralCentroid } from '../feature/spectral-centroid.ts';
import { spectralContrast } from '../feature/spectral-contrast.ts';
import { spectralFlatness } from '../feature/spectral-flatness.ts';
import { spectralRolloff } from '../feature/spectral-rolloff.ts';
import { crossingRates } from '../feature/zero-crossing-rate.ts';
import { badArgument, checkInteger, MAX_LENGTH, MAX_ROWS } from '../util/check.ts';
import { rmsOf } from '../util/frame-rms.ts';
import type { Matrix } from '../util/matrix.ts';
import type { Analysis } from './analysis.ts';
import type { FeatureConfig, LogMelConfig, MfccConfig } from './extractor-config.ts';
import { rowMeans } from './statistics.ts';

const oneRow = (data: Float32Array): Matrix => ({ data, shape: [1, data.length] });

/** `name_1`, `name_2`, …; `option` is what counts them. */
function numbered(name: string, option: string, count: number): string[] {
  checkInteger('createExtractor', option, count, 1, MAX_ROWS);
  return Array.from({ length: count }, (_, i) => `${name}_${i + 1}`);
}

/** The names of a feature's rows. */
export function featureNames(feature: FeatureConfig): string[] {
  switch (feature?.kind) {
    case 'zcr':
    case 'rms':
    case 'centroid':
    case 'bandwidth':
    case 'rolloff':
    case 'flatness':
      return [feature.kind];
    case 'pitch':
      return ['f0', 'voicing'];
    case 'chroma':
      return numbered('chroma', 'nChroma', feature.nChroma ?? 12);
    case 'contrast': {
      const { nBands = 6 } = feature;
      checkInteger('createExtractor', 'nBands', nBands, 1, MAX_ROWS - 1);
      return numbered('contrast', 'nBands', nBands + 1);
    }
    case 'mfcc':
      return withDeltas('mfcc', 'nMfcc', feature.nMfcc ?? 20, feature);
    case 'mel':
      return numbered('mel', 'nMels', feature.nMels ?? 128);
    case 'logmel':
      return withDeltas('logmel', 'nMels', feature.nMels ?? 128, feature);
    default: {
      const kind = (feature as { kind?: unknown } | null)?.kind;
      const kinds = 'zcr, rms, chroma, mfcc, mel, logmel, pitch, centroid, bandwidth, rolloff, ';
      throw badArgument('createExtractor', 'kind', `one of ${kinds}flatness, contrast`, kind);
    }
  }
}

function withDeltas(
  name: string,
  option: string,
  count: number,
  { deltas = 0, deltaWidth = 9 }: { deltas?: number; deltaWidth?: number },
): string[] {
  if (![0, 1, 2].includes(deltas)) {
    throw badArgument('createExtractor', 'deltas', '0, 1 or 2', deltas);
  }
  // Here, since a clip with few frames takes a narrower width and would hide it.
  checkInteger('createExtractor', 'deltaWidth', deltaWidth, 3, MAX_LENGTH);
  if (deltaWidth % 2 === 0) throw badArgument('createExtractor', 'deltaWidth', 'odd', deltaWidth);
  const names = [name, `${name}_delta`, `${name}_delta2`].slice(0, deltas + 1);
  return names.flatMap((each) => numbered(each, option, count));
}

/** A feature of a clip, `[rows, frames]`, a row a name. */
export function featureRows(feature: FeatureConfig, analysis: Analysis): Matrix {
  const { samples, config } = analysis;
  const { sampleRate, nFft: frameLength = 2048, hopLength = 512, center, padMode } = config;
  switch (feature.kind) {
    case 'zcr': {
      const { threshold } = feature;
      return oneRow(crossingRates(samples, { frameLength, hopLength, center, threshold }));
    }
    case 'rms':
      return oneRow(rmsOf(analysis.frames(), frameLength));
    case 'chroma': {
      const { power = 2, nChroma, ctroct, octwidth, baseC, tuning } = feature;
      const options = { sampleRate, nChroma, ctroct, octwidth, baseC, tuning };
      return chromaOf(analysis.spectrogram(), analysis.powers(power), options);
    }
    case 'mfcc':
      return stacked(cepstra(feature, decibels(feature, analysis), sampleRate), feature);
    case 'mel':
      return analysis.mel(feature.power ?? 2, feature);
    case 'logmel':
      return stacked(decibels(feature, analysis), feature);
    case 'pitch': {
      const { fMin = 65, fMax = 600, troughThreshold } = feature;
      const range = { sampleRate, fMin, fMax, troughThreshold };
      const frames = { frameLength, hopLength, center, padMode };
      const { f0, voicing } = pitchTrack(samples, { ...range, ...frames });
      const data = new Float32Array(2 * f0.length);
      data.set(f0);
      data.set(voicing, f0.length);
      return { data, shape: [2, f0.length] };
    }
    case 'centroid':
      return oneRow(spectralCentroid(analysis.magnitudes(), { sampleRate }));
    case 'bandwidth':
      return oneRow(spectralBandwidth(analysis.magnitudes(), { sampleRate }));
    case 'rolloff':
      return oneRow(spectralRolloff(analysis.magnitudes(), { sampleRate }));
    case 'flatness':
      return oneRow(spectralFlatness(analysis.magnitudes()));
    case 'contrast':
      return spectralContrast(analysis.magnitudes(), { ...feature, sampleRate });
  }
}

/** The mean of each row over the frames. */
export function featureMeans(feature: FeatureConfig, analysis: Analysis): Float32Array {
  if (feature.kind === 'mfcc' && !feature.deltas) {
    // The cosine transform is linear: that of the mean is the mean of those of all frames.
    const data = rowMeans(decibels(feature, analysis));
    return cepstra(feature, { data, shape: [data.length, 1] }, analysis.config.sampleRate).data;
  }
  return rowMeans(featureRows(feature, analysis));
}

function decibels(feature: MfccConfig | LogMelConfig, analysis: Analysis): Matrix {
  const { nMels, fMin, fMax, htk, topDb } = feature;
  const norm = feature.kind === 'mfcc' ? feature.melNorm : feature.norm;
  return powerToDb(analysis.mel(2, { nMels, fMin, fMax, htk, norm }), { topDb });
}

function cepstra(feature: MfccConfig, spectra: Matrix, sampleRate: number): Matrix {
  const { nMfcc, dctType, norm, lifter } = feature;
  return mfcc(spectra, { sampleRate, nMfcc, dctType, norm, lifter });
}

/** Rows with their derivatives below them. */
function stacked(
  rows: Matrix,
  { deltas = 0, deltaWidth = 9 }: { deltas?: number; deltaWidth?: number },
): Matrix {
  if (deltas === 0) return rows;
  const [count, frames] = rows.shape;
  const data = new Float32Array((deltas + 1) * rows.data.length);
  data.set(rows.data);
  const width = Math.min(deltaWidth, frames - 1 + (frames % 2));
  // A clip of one or two frames has no derivatives: zeros.
  for (let order = 1; order <= deltas && width >= 3; order++) {
    data.set(delta(rows, { width, order }).data, order * rows.data.length);
  }
  return { data, shape: [(deltas + 1) * count, frames] };
}
