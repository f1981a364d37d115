import type { ExtractorConfig } from './extractor/config.ts';

/**
 * The reference recipe: means over the frames of 2.5 seconds from 0.6 seconds on, at 22,050 Hz.
 * Zero-crossing rate (1), chroma of the magnitude spectrum (12), MFCC (20), RMS (1) and mel power
 * spectrogram (128).
 */
const summary162: ExtractorConfig = {
  sampleRate: 22050,
  offset: 0.6,
  duration: 2.5,
  nFft: 2048,
  hopLength: 512,
  features: [
    { kind: 'zcr' },
    { kind: 'chroma', power: 1 },
    { kind: 'mfcc', nMfcc: 20 },
    { kind: 'rms' },
    { kind: 'mel', nMels: 128 },
  ],
  statistic: 'mean',
};

/** Configurations that have a name. */
export const presets: { readonly summary162: ExtractorConfig } = { summary162 };
