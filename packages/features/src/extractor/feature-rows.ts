import { invalid } from '../check.ts';
import { chromaOf } from '../chroma-stft.ts';
import { powerToDb } from '../decibels.ts';
import type { Matrix } from '../matrix.ts';
import { mfcc } from '../mfcc.ts';
import { rms } from '../rms.ts';
import { zeroCrossingRate } from '../zero-crossing-rate.ts';
import type { Analysis } from './analysis.ts';
import type { FeatureConfig } from './config.ts';

const oneRow = (data: Float32Array): Matrix => ({ data, shape: [1, data.length] });

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}_${i + 1}`);

/** The names of a feature's rows. */
export function featureNames(feature: FeatureConfig): string[] {
  switch (feature.kind) {
    case 'zcr':
    case 'rms':
      return [feature.kind];
    case 'chroma':
      return numbered('chroma', feature.nChroma ?? 12);
    case 'mfcc':
      return numbered('mfcc', feature.nMfcc ?? 20);
    case 'mel':
      return numbered('mel', feature.nMels ?? 128);
    default: {
      const { kind } = feature as { kind: unknown };
      throw invalid('createExtractor', 'kind', 'one of zcr, rms, chroma, mfcc, mel', kind);
    }
  }
}

/** A feature of a clip, `[rows, frames]`, a row a name. */
export function featureRows(feature: FeatureConfig, analysis: Analysis): Matrix {
  const { samples, config } = analysis;
  const { sampleRate, nFft: frameLength = 2048, hopLength = 512, center, padMode } = config;
  switch (feature.kind) {
    case 'zcr': {
      const { threshold } = feature;
      return oneRow(zeroCrossingRate(samples, { frameLength, hopLength, center, threshold }));
    }
    case 'rms':
      return oneRow(rms(samples, { frameLength, hopLength, center, padMode }));
    case 'chroma': {
      const { power = 2, nChroma, ctroct, octwidth, baseC, tuning } = feature;
      const options = { sampleRate, nChroma, ctroct, octwidth, baseC, tuning };
      return chromaOf(analysis.spectrogram(), analysis.powers(power), options);
    }
    case 'mfcc': {
      const { nMfcc, dctType, norm, lifter, melNorm, ...mel } = feature;
      const decibels = powerToDb(analysis.mel(2, { ...mel, norm: melNorm }));
      return mfcc(decibels, { sampleRate, nMfcc, dctType, norm, lifter });
    }
    case 'mel':
      return analysis.mel(feature.power ?? 2, feature);
  }
}
